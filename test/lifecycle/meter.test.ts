import fc from 'fast-check';
import { Gate } from '../../lifecycle/choices';
import { judge } from '../../lifecycle/criteria/gate';
import { meterOf } from '../../lifecycle/criteria/meter';
import { defaultCriteria } from '../../lifecycle/defaults';

const criteria = defaultCriteria(1033);
const rows = fc.record({
    budgetamount: fc.constantFrom(null, 0, 100),
    decisionmaker: fc.constantFrom(null, false, true),
    need: fc.constantFrom(null, 1),
    purchasetimeframe: fc.constantFrom(null, 1, 4),
    purchaseprocess: fc.constantFrom(null, 0, 2),
});

describe('the meter of a gate', () => {
    it('says of every criterion what the gate says, and always in the same order', () => {
        fc.assert(
            fc.property(rows, (row) => {
                const { lines, progress } = meterOf(Gate.qualify, criteria, row);
                const verdict = judge(Gate.qualify, criteria, row);
                const columns = (standing: string): readonly string[] =>
                    lines.filter((line) => line.standing === standing).map((line) => line.column);
                expect(columns('met')).toEqual(verdict.met.map(({ column }) => column));
                expect(columns('blocking')).toEqual(verdict.blocking.map(({ column }) => column));
                expect(columns('warning')).toEqual(verdict.warnings.map(({ column }) => column));
                expect(progress).toBe(verdict.progress);
                expect(lines.map(({ column }) => column)).toEqual(Object.keys(row));
            }),
        );
    });

    it('counts the shares of what is met as its progress', () => {
        fc.assert(
            fc.property(rows, (row) => {
                const { lines, progress } = meterOf(Gate.qualify, criteria, row);
                const met = lines.filter(({ standing }) => standing === 'met');
                expect(met.reduce((sum, { share }) => sum + share, 0)).toBe(progress);
            }),
        );
    });

    it('names a criterion that is met, and says of others what is to be done', () => {
        const { lines } = meterOf(Gate.qualify, criteria, { budgetamount: 1 });
        expect(lines.slice(0, 2).map(({ words }) => words)).toEqual([
            'Budget is known',
            'Identify the decision maker.',
        ]);
    });

    it('is empty and complete without criteria', () => {
        expect(meterOf(Gate.qualify, [], {})).toEqual({ lines: [], progress: 100 });
    });
});
