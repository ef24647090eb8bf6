import fc from 'fast-check';
import { Gate, Test } from '../../lifecycle/choices';
import { Table } from '../../lifecycle/columns';
import { readConfiguration } from '../../lifecycle/configuration/configuration';
import { columnList } from '../../lifecycle/configuration/transition';
import { labelOf, stateOf } from '../../lifecycle/configuration/status-reason';
import {
    defaultConfiguration,
    defaultCriteria,
    defaultReasons,
    defaultRows,
    defaultTransitions,
    languageOf,
} from '../../lifecycle/defaults';
import { statusReasons } from './builders';

const nothing = { transitions: [], reasons: [], criteria: [] };
const transitionRow = { llc_statustransitionid: '{AB}', llc_fromstatuscode: 1, llc_tostatuscode: 2, statecode: 0 };

describe('reading the configuration', () => {
    it('takes the defaults, table by table, while a table holds no row', () => {
        expect(readConfiguration(nothing, 1033)).toEqual(defaultConfiguration(1033));
        const own = readConfiguration({ ...nothing, transitions: [transitionRow] }, 1033);
        expect(own.transitions).toHaveLength(1);
        expect(own.criteria).toEqual(defaultCriteria(1033));
    });

    it('counts only what is active, and nothing when a maker has deactivated everything', () => {
        const off = readConfiguration({ ...nothing, transitions: [{ ...transitionRow, statecode: 1 }] }, 1033);
        expect(off.transitions).toEqual([]);
    });

    it('reads a transition as makers type it', () => {
        const row = {
            ...transitionRow,
            llc_requiredcolumns: ' Telephone1; emailaddress1,telephone1 ',
            llc_noterequired: true,
            llc_requiredrole: ' Sales Manager ',
            llc_message: null,
        };
        expect(readConfiguration({ ...nothing, transitions: [row] }, 1033).transitions).toEqual([
            {
                id: 'ab',
                from: 1,
                to: 2,
                requiredColumns: ['telephone1', 'emailaddress1'],
                noteRequired: true,
                requiredRole: 'Sales Manager',
                message: '',
            },
        ]);
    });

    it('shows the texts of default rows in the reader’s language as long as no maker has put them otherwise', () => {
        const rows = (language: 1033 | 1036) => ({
            transitions: defaultRows(language, Table.statusTransition).map(({ columns }) => columns),
            reasons: defaultRows(language, Table.disqualificationReason).map(({ columns }) => columns),
            criteria: defaultRows(language, Table.criterion).map(({ columns }) => columns),
        });
        const french = { ...defaultConfiguration(1036), reasonsAreRows: true };
        expect(readConfiguration(rows(1033), 1036)).toEqual(french);
        expect(readConfiguration(rows(1036), 1036)).toEqual(french);

        const [first, ...others] = rows(1033).criteria;
        const own = { ...first, llc_name: 'They have money' };
        const [read] = readConfiguration({ ...nothing, criteria: [own, ...others] }, 1036).criteria;
        expect(read).toMatchObject({ name: 'They have money', message: french.criteria[0]?.message });
    });

    it('orders reasons and criteria, and knows that the reasons are rows', () => {
        const rows = [
            { llc_disqualificationreasonid: 'b', llc_name: 'B', llc_statuscode: 4, llc_order: 2 },
            { llc_disqualificationreasonid: 'a', llc_name: 'A', llc_statuscode: 4, llc_order: 2 },
            {
                llc_disqualificationreasonid: 'c',
                llc_name: 'C',
                llc_statuscode: 6,
                llc_order: 1,
                llc_revisitafterdays: 30,
            },
        ];
        const { reasons, reasonsAreRows } = readConfiguration({ ...nothing, reasons: rows }, 1033);
        expect(reasons.map((reason) => reason.name)).toEqual(['C', 'A', 'B']);
        expect(reasons[0]?.revisitAfterDays).toBe(30);
        expect(reasonsAreRows).toBe(true);
    });

    it('leaves out rows that say too little to be applied', () => {
        const rows = {
            transitions: [{ llc_fromstatuscode: 1 }],
            reasons: [{ llc_name: 'No status' }],
            criteria: [
                { llc_columnname: 'need', llc_test: 5, llc_gate: Gate.qualify },
                { llc_columnname: ' Need ', llc_test: Test.hasAValue, llc_gate: Gate.qualify },
            ],
        };
        const read = readConfiguration(rows, 1033);
        expect([read.transitions, read.reasons]).toEqual([[], []]);
        expect(read.criteria.map((criterion) => criterion.column)).toEqual(['need']);
    });

    it('finds no blank and no double in a list of columns', () => {
        fc.assert(
            fc.property(fc.string(), (text) => {
                const list = columnList(text);
                expect(new Set(list).size).toBe(list.length);
                expect(list.every((name) => name !== '' && name === name.toLowerCase())).toBe(true);
            }),
        );
    });
});

describe('the defaults', () => {
    const everyRow = defaultRows(1033);

    it('are 22 transitions, 9 reasons and 11 criteria', () => {
        expect([defaultTransitions(1033), defaultReasons(1033), defaultCriteria(1033)].map((it) => it.length)).toEqual([
            22, 9, 11,
        ]);
    });

    it('have one fixed GUID each', () => {
        const ids = everyRow.map((row) => row.id);
        expect(new Set(ids).size).toBe(42);
        expect(
            ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
        ).toBe(true);
        expect(ids.slice(0, 2)).toEqual([
            '61740a01-5e1d-4c27-9a01-000000000012',
            '61740a01-5e1d-4c27-9a01-000000000021',
        ]);
        expect(defaultRows(1036).map((row) => row.id)).toEqual(ids);
    });

    it('are the same in both languages but for the texts', () => {
        const shape = (language: 1033 | 1036): unknown =>
            defaultCriteria(language).map(({ name, message, ...rest }) => [rest, name !== '', message !== '']);
        expect(shape(1036)).toEqual(shape(1033));
        expect(defaultReasons(1036)[0]?.name).toBe('Pas de budget');
    });

    it('weigh 100 at every gate', () => {
        for (const gate of Object.values(Gate)) {
            const ofGate = defaultCriteria(1033).filter((criterion) => criterion.gate === gate);
            expect(ofGate.reduce((sum, criterion) => sum + criterion.weight, 0)).toBe(100);
        }
    });

    it('read back as what they were written from', () => {
        const rowsOf = (table: string) => everyRow.filter((row) => row.table === table).map((row) => row.columns);
        const read = readConfiguration(
            {
                transitions: rowsOf('llc_statustransition'),
                reasons: rowsOf('llc_disqualificationreason'),
                criteria: rowsOf('llc_criterion'),
            },
            1033,
        );
        expect(read).toEqual({ ...defaultConfiguration(1033), reasonsAreRows: true });
    });

    it('fit the columns that they are written to', () => {
        for (const { columns } of everyRow) {
            expect(String(columns['llc_name']).length).toBeLessThanOrEqual(200);
            expect(String(columns['llc_message'] ?? '').length).toBeLessThanOrEqual(500);
        }
    });
});

describe('languages and status reasons', () => {
    it('speak French to every French locale and English to everyone else', () => {
        expect([1036, 3084, 4108].map(languageOf)).toEqual([1036, 1036, 1036]);
        expect([1033, 1031, 2057].map(languageOf)).toEqual([1033, 1033, 1033]);
    });

    it('know the stock states without metadata, and nothing of unknown status reasons', () => {
        expect([1, 3, 7, 99].map((status) => stateOf(status, []))).toEqual([0, 1, 2, null]);
        expect(labelOf(99, statusReasons)).toBe('99');
        expect(labelOf(null, statusReasons)).toBe('');
    });
});
