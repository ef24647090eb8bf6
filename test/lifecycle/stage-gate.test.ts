import fc from 'fast-check';
import { Enforcement, Gate } from '../../lifecycle/choices';
import { judge, judgeGates } from '../../lifecycle/criteria/gate';
import { defaultCriteria } from '../../lifecycle/defaults';
import { gateInput } from '../../lifecycle/stage-gate/gate-input';
import { gateOf, isForward } from '../../lifecycle/stage-gate/stage-gate';
import { stagesLeft, stagesToTheEnd } from '../../lifecycle/stage-gate/stages-left';
import { aCriterion } from './builders';

const qualify = { id: '{F99B4D48-7AAD-456E-864A-8E7D543F7495}', category: null };

describe('the stage gate', () => {
    it('goes by the ids of the stock process, in braces and capitals too', () => {
        expect(gateOf(qualify)).toBe(Gate.qualify);
        expect(gateOf({ id: 'bfc9108c-8389-406b-9166-2c3298a2e41f', category: 3 })).toBe(Gate.develop);
        expect(gateOf({ id: '3a275c22-fc45-4e89-97fc-41e5ec578743', category: null })).toBe(Gate.propose);
    });

    it('goes by the category of any other stage, and knows no gate for the rest', () => {
        const other = 'aaaaaaaa-0000-4000-8000-000000000000';
        expect([0, 1, 2, 3, 4, null].map((category) => gateOf({ id: other, category }))).toEqual([
            Gate.qualify,
            Gate.develop,
            Gate.propose,
            Gate.close,
            null,
            null,
        ]);
    });

    it('reads the direction without case', () => {
        expect(['Next', 'next', 'NEXT', 'Previous', 'previous'].map(isForward)).toEqual([
            true,
            true,
            true,
            false,
            false,
        ]);
    });
});

describe('the stages that a move leaves', () => {
    const stages = ['a', 'b', 'c', 'd'].map((id) => ({ id, category: null }));
    const indices = fc.integer({ min: 0, max: 3 });

    it('are the active one up to the one before a destination that lies ahead, and no other', () => {
        fc.assert(
            fc.property(indices, fc.option(indices), (from, to) => {
                const active = stages[from] ?? { id: '', category: null };
                const left = stagesLeft(stages, active, to === null ? null : (stages[to]?.id ?? null));
                expect(left).toEqual(to !== null && to > from ? stages.slice(from, to) : [active]);
            }),
        );
    });

    it('are all from the active one on when the process is finished', () => {
        fc.assert(
            fc.property(indices, (from) => {
                expect(stagesToTheEnd(stages, stages[from] ?? { id: '', category: null })).toEqual(stages.slice(from));
            }),
        );
    });

    it('are found by ids in braces and capitals', () => {
        const [active = { id: '', category: null }] = stages;
        expect(stagesLeft(stages, active, '{C}')).toHaveLength(2);
    });

    it('are the active one alone when the process does not know it, or the event names a strange stage', () => {
        const strange = { id: 'x', category: null };
        const [first = strange] = stages;
        expect([stagesLeft(stages, strange, 'c'), stagesLeft(stages, first, 'x')]).toEqual([[strange], [first]]);
    });
});

describe('what the dialog of the gate shows', () => {
    const surroundings = {
        stage: 'Develop',
        labelOfColumn: (column: string) => column.toUpperCase(),
        isReachable: (column: string) => column === 'customerneed',
    };

    it('is every open criterion with its share of the gate, the label of its column and whether it can be reached', () => {
        const verdict = judge(Gate.develop, defaultCriteria(1033), {});
        expect(gateInput(verdict, surroundings)).toEqual({
            stage: 'Develop',
            blocking: [
                {
                    column: 'customerneed',
                    hint: 'Describe what the customer needs.',
                    label: 'CUSTOMERNEED',
                    share: 60,
                    isReachable: true,
                },
            ],
            warnings: [
                {
                    column: 'proposedsolution',
                    hint: 'Outline the proposed solution.',
                    label: 'PROPOSEDSOLUTION',
                    share: 40,
                    isReachable: false,
                },
            ],
            progress: 0,
        });
    });

    it('says the name of a criterion that has no message', () => {
        const criteria = [aCriterion({ message: '', name: 'Budget', enforcement: Enforcement.block })];
        const verdict = judge(criteria[0]?.gate ?? Gate.qualify, criteria, {});
        expect(gateInput(verdict, surroundings).blocking[0]?.hint).toBe('Budget');
    });

    it('counts the criteria of several gates as those of one', () => {
        const verdict = judgeGates([Gate.develop, Gate.propose], defaultCriteria(1033), { customerneed: 'Vans' });
        const { blocking, warnings, progress } = gateInput(verdict, surroundings);
        expect([...blocking, ...warnings].map(({ share }) => share)).toEqual([30, 20, 20]);
        expect(progress).toBe(30);
    });
});
