import fc from 'fast-check';
import { DataverseError } from '../../../../local/dataverse/errors';
import { parseFilter } from '../../../../local/dataverse/query/odata/parse-filter';
import { printFilter } from '../../../../local/dataverse/query/odata/print-filter';
import type { Expression, Literal } from '../../../../local/dataverse/query/odata/syntax-tree';

const NONE: ReadonlyMap<string, string> = new Map();
const parse = (text: string, aliases = NONE): Expression => parseFilter(text, aliases);

/** A tree without what the printer cannot keep: where things stood, and one-operand sequences. */
function shape(expression: Expression): unknown {
    return JSON.parse(
        JSON.stringify(expression, (key, value: unknown) =>
            key === 'position' ? undefined : value instanceof Map ? [...value] : value,
        ),
    );
}

const name = fc
    .stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
    .filter(
        (text) =>
            ![
                'and',
                'or',
                'not',
                'null',
                'true',
                'false',
                'in',
                'eq',
                'ne',
                'gt',
                'ge',
                'lt',
                'le',
                'any',
                'all',
                'asc',
                'desc',
            ].includes(text),
    );
const literal: fc.Arbitrary<Literal> = fc.oneof(
    fc.string().map((value) => ({ kind: 'string', value }) as const),
    fc.integer().map((value) => ({ kind: 'number', value }) as const),
    fc.boolean().map((value) => ({ kind: 'boolean', value }) as const),
    fc.constant({ kind: 'null' } as const),
    fc.uuid().map((value) => ({ kind: 'guid', value }) as const),
);
const at = { position: 0 };
const path: fc.Arbitrary<Expression> = fc
    .array(name, { minLength: 1, maxLength: 3 })
    .map((segments) => ({ kind: 'path', segments, ...at }));
const value: fc.Arbitrary<Expression> = literal.map((each) => ({ kind: 'literal', literal: each, ...at }));
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
        { maxDepth: 4 },
        fc
            .tuple(path, fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'), value)
            .map(([left, operator, right]) => ({ kind: 'comparison', operator, left, right, ...at }) as Expression),
        fc.tuple(fc.constantFrom('contains', 'startswith', 'endswith'), path, fc.string()).map(
            ([call, left, text]): Expression => ({
                kind: 'call',
                name: call,
                arguments: [left, { kind: 'literal', literal: { kind: 'string', value: text }, ...at }],
                ...at,
            }),
        ),
        fc
            .tuple(
                path,
                fc.array(
                    literal.filter((each) => each.kind !== 'null'),
                    { minLength: 1, maxLength: 3 },
                ),
            )
            .map(([left, items]): Expression => ({ kind: 'in', left, items, ...at })),
        fc
            .tuple(fc.constantFrom('and', 'or'), fc.array(tie('expression'), { minLength: 2, maxLength: 3 }))
            .map(([kind, operands]) => ({ kind, operands, ...at }) as Expression),
        tie('expression').map((operand): Expression => ({ kind: 'not', operand, ...at })),
        fc
            .tuple(fc.constantFrom('any', 'all'), name, name, tie('expression'))
            .map(
                ([quantifier, collection, variable, predicate]) =>
                    ({ kind: 'lambda', quantifier, path: [collection], variable, predicate, ...at }) as Expression,
            ),
    ),
}));

describe('the parser of $filter', () => {
    it('reads back whatever the printer writes', () => {
        fc.assert(
            fc.property(expression, (tree) => {
                expect(shape(parse(printFilter(tree)))).toEqual(shape(tree));
            }),
            { numRuns: 300 },
        );
    });

    it('never answers with anything but a tree or a Dataverse error', () => {
        fc.assert(
            fc.property(fc.string({ unit: fc.constantFrom(...'abt/( )\'"=,:;[]{}@$. eq1-9TZ') }), (text) => {
                try {
                    parse(text);
                } catch (error) {
                    expect(error).toBeInstanceOf(DataverseError);
                }
            }),
            { numRuns: 500 },
        );
    });

    it('binds "and" tighter than "or"', () => {
        const tree = parse('a eq 1 or b eq 2 and c eq 3');
        expect(tree.kind === 'or' && tree.operands.map((operand) => operand.kind)).toEqual(['comparison', 'and']);
    });

    it.each([
        ['subject eq', 10],
        ["subject eq 'open", 11],
        ['(a eq 1', 7],
        ['a eq 1 b', 7],
        ['a eq 1 and', 10],
        ['a ~ 1', 2],
        ['x in (1,', 8],
    ])('says where %s goes wrong: position %i', (text, position) => {
        expect(() => parse(text)).toThrow(`at position ${position} in '${text}'`);
    });

    it('reads quotes within text, dates with offsets, enums and lists in either quotes', () => {
        expect(shape(parse("name eq 'O''Neil'"))).toMatchObject({ right: { literal: { value: "O'Neil" } } });
        expect(shape(parse('createdon ge 2026-11-21T10:00:00+01:00'))).toMatchObject({
            right: { literal: { kind: 'dateTime', value: '2026-11-21T10:00:00+01:00' } },
        });
        expect(shape(parse("AttributeType eq Microsoft.Dynamics.CRM.AttributeTypeCode'Picklist'"))).toMatchObject({
            right: { literal: { kind: 'enum', value: 'Picklist' } },
        });
        for (const list of ["['1','2']", '["1","2"]']) {
            const tree = parse(`Microsoft.Dynamics.CRM.In(PropertyName='a',PropertyValues=${list})`);
            expect(tree.kind === 'queryFunction' && tree.arguments.get('PropertyValues')).toEqual({
                kind: 'list',
                items: [
                    { kind: 'string', value: '1' },
                    { kind: 'string', value: '2' },
                ],
            });
        }
    });

    it('puts the value of a parameter alias in its place and refuses an alias without one', () => {
        expect(shape(parse('a eq @p1', new Map([['@p1', "'x'"]])))).toEqual(shape(parse("a eq 'x'")));
        expect(() => parse('a eq @p1')).toThrow("the parameter alias '@p1' has no value at position 5");
    });

    it('refuses to nest without end', () => {
        expect(() => parse(`${'('.repeat(5000)}a eq 1${')'.repeat(5000)}`)).toThrow('nests deeper than');
        expect(() => parse(`${'not '.repeat(5000)}a eq 1`)).toThrow('nests deeper than');
    });
});
