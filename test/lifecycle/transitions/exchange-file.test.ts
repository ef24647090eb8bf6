import fc from 'fast-check';
import { defaultTransitions } from '../../../lifecycle/defaults';
import { adoptIds } from '../../../lifecycle/transitions/adopt-ids';
import { changesBetween } from '../../../lifecycle/transitions/changes';
import { JsonSyntaxError, readJson, type JsonNode } from '../../../lifecycle/transitions/json-document';
import { readExchangeFile, type FileProblem } from '../../../lifecycle/transitions/read-exchange-file';
import { isSameMove, type StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import { writeExchangeFile } from '../../../lifecycle/transitions/write-exchange-file';
import { statusReasons } from '../builders';
import { aStored, transitionsArbitrary } from './arbitraries';

const newIds = () => {
    let count = 0;
    return () => `new-${(count += 1)}`;
};
const write = (transitions: readonly StoredTransition[], reasons = statusReasons) =>
    writeExchangeFile(transitions, reasons, (column) => `Label of ${column}`);
const read = (text: string, reasons = statusReasons) => readExchangeFile(text, reasons, newIds());

function problemsOf(text: string): readonly FileProblem[] {
    const reading = read(text);
    if (reading.ok) throw new Error('The file was read without a complaint.');
    return reading.problems;
}

const file = (transitions: unknown, rest: object = {}) =>
    JSON.stringify({ format: 'lead-lifecycle/status-transitions', version: 1, transitions, ...rest }, null, 2);
const status = (value: number, label: string, state: string) => ({ value, label, state });
const move = { from: status(1, 'New', 'Open'), to: status(4, 'Lost', 'Disqualified') };

describe('an exported file', () => {
    it('names everything in words and reads back as what was exported', () => {
        fc.assert(
            fc.property(transitionsArbitrary, (some) => {
                const transitions = some.filter(
                    (one, index) => !some.slice(0, index).some((other) => isSameMove(one, other)),
                );
                const reading = read(write(transitions));
                if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
                expect(changesBetween(transitions, adoptIds(reading.transitions, transitions))).toEqual([]);
            }),
        );
        const text = write([aStored(1, 4, { requiredColumns: ['need'] })]);
        for (const words of ['"New"', '"Lost"', '"Disqualified"', '"Label of need"']) expect(text).toContain(words);
    });

    it('is the same text for the same transitions, in whatever order they come', () => {
        const defaults = defaultTransitions(1033).map((one): StoredTransition => ({ ...one, isActive: true }));
        expect(write([...defaults].reverse())).toBe(write(defaults));
    });

    it('finds the status reasons of another environment: stock ones by value, own ones by label', () => {
        const here = [...statusReasons, { value: 617400001, label: 'Nurturing', state: 0 } as const];
        const there = [
            ...statusReasons.map((reason) => ({ ...reason, label: `${reason.label} (fr)` })),
            { value: 617400001, label: 'Waiting', state: 0 } as const,
            { value: 617400007, label: 'nurturing ', state: 0 } as const,
        ];
        const reading = read(write([aStored(1, 617400001)], here), there);
        expect(reading.ok && reading.transitions.map(({ from, to }) => [from, to])).toEqual([[1, 617400007]]);
    });
});

describe('a file that cannot be used', () => {
    it.each([
        ['is broken', '{\n  "format": 1,\n  oops', 3, 3, 'syntax', 'o'],
        ['ends too early', '{\n"a": [1, 2', 2, 11, 'syntax', ''],
        ['breaks a line within a text', '{"a": "b\n"}', 1, 7, 'syntax', '"'],
        ['is empty', '', 1, 1, 'syntax', ''],
        ['is something else', '{ "solution": 1 }', 1, 1, 'format', 'lead-lifecycle/status-transitions'],
        ['is a list', '[]', 1, 1, 'format', 'lead-lifecycle/status-transitions'],
        ['is of a later version', '{"format":"lead-lifecycle/status-transitions","version":2}', 1, 57, 'version', '2'],
    ])('says where it %s', (_what, text, line, column, code, detail) => {
        expect(problemsOf(text)).toEqual([expect.objectContaining({ code, detail, place: { line, column } })]);
    });

    it.each([
        [
            'a status reason that is not here',
            [{ ...move, to: status(99, 'Asleep', 'Open') }],
            'unknown-status',
            'transitions[0].to',
            'Asleep (99)',
        ],
        [
            'a stock reason in another state',
            [{ ...move, to: status(4, 'Lost', 'Open') }],
            'unknown-status',
            'transitions[0].to',
            'Lost (4)',
        ],
        [
            'a mistyped name',
            [{ ...move, requiredColums: [] }],
            'unknown-member',
            'transitions[0].requiredColums',
            'requiredColums',
        ],
        ['a missing name', [{ from: move.from }], 'missing', 'transitions[0].to', 'to'],
        [
            'a state that lead does not have',
            [{ ...move, to: status(4, 'Lost', 'Closed') }],
            'not-a-state',
            'transitions[0].to.state',
            'Open, Qualified, Disqualified',
        ],
        [
            'a text for a number',
            [{ ...move, to: { value: '4', label: 'Lost', state: 'Open' } }],
            'not-a-number',
            'transitions[0].to.value',
            '',
        ],
        ['a text for a yes', [{ ...move, noteRequired: 'yes' }], 'not-yes-or-no', 'transitions[0].noteRequired', ''],
        ['a number for a text', [{ ...move, message: 1 }], 'not-a-text', 'transitions[0].message', ''],
        [
            'a text that is too long',
            [{ ...move, message: 'x'.repeat(501) }],
            'too-long',
            'transitions[0].message',
            '500',
        ],
        [
            'a column without a name',
            [{ ...move, requiredColumns: [{ label: 'Need' }] }],
            'missing',
            'transitions[0].requiredColumns[0].name',
            'name',
        ],
        [
            'a column that is a text',
            [{ ...move, requiredColumns: ['need'] }],
            'not-an-object',
            'transitions[0].requiredColumns[0]',
            '',
        ],
        ['the same move twice', [move, move], 'duplicate', 'transitions[1]', 'transitions[0]'],
        ['an object for the list', {}, 'not-a-list', 'transitions', ''],
    ])('names %s and where it stands', (_what, transitions, code, path, detail) => {
        const text = file(transitions);
        const [problem, ...others] = problemsOf(text);
        expect(others).toEqual([]);
        expect(problem).toEqual(expect.objectContaining({ code, path, detail }));
        expect(problem?.place.line).toBeGreaterThan(3);
    });

    it('reports all that is wrong at once, and uses nothing of it', () => {
        const problems = problemsOf(
            file([
                { ...move, noteRequired: 1 },
                { ...move, to: status(99, 'Asleep', 'Open') },
            ]),
        );
        expect(problems.map(({ code }) => code)).toEqual(['not-yes-or-no', 'unknown-status']);
    });
});

describe('the JSON reader', () => {
    const plain = (node: JsonNode): unknown => {
        switch (node.kind) {
            case 'object':
                return Object.fromEntries([...node.members].map(([name, member]) => [name, plain(member)]));
            case 'array':
                return node.items.map(plain);
            case 'null':
                return null;
            default:
                return node.value;
        }
    };

    it('reads what the browser writes', () => {
        fc.assert(
            fc.property(fc.json(), (text) => {
                expect(JSON.stringify(plain(readJson(text)))).toBe(JSON.stringify(JSON.parse(text)));
            }),
        );
    });

    it('refuses what the browser refuses', () => {
        fc.assert(
            fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', 'x', '"', '01'), (text, at, noise) => {
                const position = at % (text.length + 1);
                const damaged = text.slice(0, position) + noise + text.slice(position + 1);
                let valid = true;
                try {
                    JSON.parse(damaged);
                } catch {
                    valid = false;
                }
                if (valid) readJson(damaged);
                else expect(() => readJson(damaged)).toThrow(JsonSyntaxError);
            }),
        );
    });
});
