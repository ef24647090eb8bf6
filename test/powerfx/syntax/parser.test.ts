import fc from 'fast-check';
import { parseFormula } from '../../../local/powerfx/syntax/parser';
import type { SyntaxNode } from '../../../local/powerfx/syntax/nodes';

/** The tree with every operation in parentheses. */
function shape(node: SyntaxNode): string {
    switch (node.kind) {
        case 'number':
        case 'text':
            return node.text;
        case 'boolean':
            return String(node.value);
        case 'name':
            return node.isGlobal ? `[@${node.identifier.name}]` : node.identifier.name;
        case 'dotted':
            return `${shape(node.left)}${node.operator}${node.right.name}`;
        case 'unary':
            return node.operator === '%' ? `(${shape(node.operand)}%)` : `(${node.operator} ${shape(node.operand)})`;
        case 'binary':
            return `(${shape(node.left)} ${node.operator} ${shape(node.right)})`;
        case 'call':
            return `${[...node.namespace, node.name].map(({ name }) => name).join('.')}(${node.arguments.map(shape).join(', ')})`;
        case 'record':
            return `{${node.fields.map(({ name, value }) => `${name.name}: ${shape(value)}`).join(', ')}}`;
        case 'table':
            return `[${node.items.map(shape).join(', ')}]`;
        case 'interpolation':
            return `$(${node.parts.map(shape).join('|')})`;
        case 'chain':
            return node.steps.map(shape).join('; ');
        case 'as':
            return `(${shape(node.operand)} As ${node.name.name})`;
        case 'keyword':
            return node.keyword;
        case 'blank':
        case 'fault':
            return node.kind;
    }
}

const parsed = (text: string): string => {
    const { root, faults } = parseFormula(text);
    expect(faults).toEqual([]);
    return shape(root);
};

const faultsOf = (text: string): string[] =>
    parseFormula(text).faults.map(({ span, message }) => `${span.start}-${span.end} ${message.split('.')[0] ?? ''}`);

test.each([
    ['a + b * c', '(a + (b * c))'],
    ['a - b - c', '((a - b) - c)'],
    ['a & b + c', '(a & (b + c))'],
    ['a = b & c', '(a = (b & c))'],
    ['a in b = c', '(a in (b = c))'],
    ['a && b in c', '(a and (b in c))'],
    ['a || b && c', '(a or (b and c))'],
    ['a Or b And c', '(a or (b and c))'],
    ['- a ^ b', '(- (a ^ b))'],
    ['a ^ - b ^ c', '(a ^ (- (b ^ c)))'],
    ['a ^ b%', '(a ^ (b%))'],
    ['!a = b', '((not a) = b)'],
    ['Not a Or b', '((not a) or b)'],
    ['(a + b) * c', '((a + b) * c)'],
    ['a.b.c + d!e', '(a.b.c + d!e)'],
    ['F(a As x, x.y)', 'F((a As x), x.y)'],
    ['Space.Name.F(1)', 'Space.Name.F(1)'],
    ['Not(a)', 'Not(a)'],
])('%s binds as %s', (text, expected) => {
    expect(parsed(text)).toBe(expected);
});

test('steps of a chain may end with a semicolon', () => {
    expect(parsed('a; b; c;')).toBe('a; b; c');
    expect(parsed('F(a; b, c)')).toBe('F(a; b, c)');
});

test('quoted names keep what is in their quotes', () => {
    expect(parsed("'Status Reason (Leads)'.'It''s lost'")).toBe("Status Reason (Leads).It's lost");
});

test('names in brackets are global, or fields of a named scope', () => {
    expect(parsed('[@Leads]')).toBe('[@Leads]');
    expect(parsed('row[@name]')).toBe('row[@name');
});

test('text doubles its quotes and loses characters that only steer the display', () => {
    expect(parsed('"say ""yes""\u200B"')).toBe('say "yes"');
});

test('islands of formula stand in text, with text and records of their own', () => {
    expect(parsed('$"a{1}b{{c}}{ {x: "}"}.x }"')).toBe('$(a|1|b{c}|{x: }}.x)');
    expect(parsed('$""')).toBe('$()');
});

test('comments may stand wherever white space may', () => {
    expect(parsed('1 /* one */ + // two\n 2')).toBe('(1 + 2)');
});

test('numbers are read to the last digit and with an exponent', () => {
    expect(parsed('1.5e-3 + .25')).toBe('(1.5e-3 + .25)');
});

test.each([
    ['1 +', '3-3 Expected an operand'],
    ['1 2', '2-3 Expected operator'],
    ['F(1', '3-3 Unexpected characters'],
    ['1 /* open', "2-9 Missing '*/' at the end of a block comment"],
    ['$"{}"', '3-4 Empty expressions cannot appear inside an interpolated string'],
    ['"open', '0-5 Unexpected characters'],
    ['none', '0-4 Unexpected characters'],
])('%s is refused at its place', (text, expected) => {
    expect(faultsOf(text)).toContain(expected);
});

test('a record without a colon says what was found and what is wanted', () => {
    expect(parseFormula('{a 1}').faults[0]).toEqual({
        span: { start: 3, end: 4 },
        message: "Unexpected characters. The formula contains 'NumLit' where 'Colon' is expected.",
    });
});

test('reserved words are names once the host allows them, and always in quotes', () => {
    expect(parseFormula('none', { allowReservedWords: true }).faults).toEqual([]);
    expect(parsed("'none'")).toBe('none');
});

test('fifty levels are read, one more is refused', () => {
    const nested = (depth: number): string => `${'('.repeat(depth)}1${')'.repeat(depth)}`;
    expect(parseFormula(nested(49)).faults).toEqual([]);
    expect(parseFormula(nested(50)).faults).not.toEqual([]);
});

test('text that comes first is text, unless it begins with an equals sign', () => {
    const { root } = parseFormula('Dear ${"M" & "s"} {Doe}', { isTextFirst: true });
    expect(shape(root)).toBe('$(Dear |(M & s)| {Doe})');
    expect(shape(parseFormula(' =1+2', { isTextFirst: true }).root)).toBe('(1 + 2)');
});

test('no text at all brings the parser down, and every fault lies within the text', () => {
    const piece = fc.constantFrom(
        '(',
        ')',
        '{',
        '}',
        '[',
        ']',
        '[@',
        '"',
        '$"',
        "'",
        ',',
        ';',
        ':',
        '.',
        '@',
        '1',
        'a',
    );
    const operator = fc.constantFrom(
        '+',
        '-',
        '^',
        '%',
        '!',
        '=',
        '<>',
        '&&',
        'in',
        'As',
        ' ',
        '/*',
        '*/',
        '//',
        '\n',
        '¿',
    );
    fc.assert(
        fc.property(fc.array(fc.oneof(piece, operator), { maxLength: 40 }), (pieces) => {
            const text = pieces.join('');
            for (const { span } of parseFormula(text).faults) {
                expect(span.start).toBeGreaterThanOrEqual(0);
                expect(span.end).toBeLessThanOrEqual(text.length);
                expect(span.start).toBeLessThanOrEqual(span.end);
            }
        }),
        { numRuns: 500 },
    );
});
