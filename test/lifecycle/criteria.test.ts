import fc from 'fast-check';
import { Enforcement, Gate, Test } from '../../lifecycle/choices';
import { meets } from '../../lifecycle/criteria/evaluate';
import { columnsOfGate, judge, judgeGates, progressOf } from '../../lifecycle/criteria/gate';
import { sharesOf } from '../../lifecycle/criteria/shares';
import { defaultCriteria } from '../../lifecycle/defaults';
import { aCriterion, aLead } from './builders';

const met = (test: Test, testValue: string, value: unknown): boolean =>
    meets({ column: 'x', test, testValue }, { x: value });

describe('the test of a criterion', () => {
    it.each(Object.entries(Test))('%s is not met by a blank column', (_, test) => {
        for (const blank of [null, undefined, '', '   ', []]) expect(met(test, '0', blank)).toBe(false);
    });

    it('has a value: zero and "no" are values', () => {
        expect([0, false, 'x', '2026-11-21'].every((value) => met(Test.hasAValue, '', value))).toBe(true);
    });

    it.each([
        [Test.equals, '2', 2, true],
        [Test.equals, ' 2.0 ', 2, true],
        [Test.equals, '2', 3, false],
        [Test.equals, 'munich', 'Munich', true],
        [Test.equals, 'yes', true, true],
        [Test.equals, 'true', false, false],
        [Test.doesNotEqual, '4', 1, true],
        [Test.doesNotEqual, '4', 4, false],
        [Test.atLeast, '10000', 10000, true],
        [Test.atLeast, '10000', 9999.99, false],
        [Test.atLeast, '9', 10, true],
        [Test.atLeast, '', 10, false],
        [Test.atMost, '3', 3, true],
        [Test.atMost, '3', 4, false],
        [Test.atLeast, '2026-01-01', '2026-11-21', true],
        [Test.atMost, '2026-01-01', '2026-11-21', false],
        [Test.oneOf, '0, 1;2', 1, true],
        [Test.oneOf, '0,1', 10, false],
        [Test.oneOf, 'DE,FR', 'fr', true],
        [Test.oneOf, '', 0, false],
        [Test.isYes, '', true, true],
        [Test.isYes, '', 1, true],
        [Test.isYes, '', false, false],
        [Test.isYes, '', 'maybe', false],
    ])('%i with "%s" of %p is %p', (test, testValue, value, expected) => {
        expect(met(test, testValue, value)).toBe(expected);
    });

    it('equals and does not equal are opposites for everything that is known', () => {
        fc.assert(
            fc.property(fc.oneof(fc.integer(), fc.boolean()), fc.string(), (value, testValue) => {
                expect(met(Test.equals, testValue, value)).toBe(!met(Test.doesNotEqual, testValue, value));
            }),
        );
    });

    it('at least and at most meet only at equality', () => {
        fc.assert(
            fc.property(fc.integer(), fc.integer(), (value, limit) => {
                const both = met(Test.atLeast, String(limit), value) && met(Test.atMost, String(limit), value);
                expect(both).toBe(value === limit);
            }),
        );
    });
});

describe('a gate', () => {
    const criteria = defaultCriteria(1033);

    it('is open for a lead of which everything is known', () => {
        expect(judge(Gate.qualify, criteria, aLead())).toMatchObject({ blocking: [], warnings: [], progress: 100 });
    });

    it('names everything that blocks and everything that only warns', () => {
        const verdict = judge(
            Gate.qualify,
            criteria,
            aLead({ budgetamount: null, decisionmaker: false, purchaseprocess: 2 }),
        );
        expect(verdict.blocking.map((it) => it.name)).toEqual(['Budget is known', 'Decision maker is identified']);
        expect(verdict.warnings.map((it) => it.name)).toEqual(['Purchase process is known']);
        expect(verdict.progress).toBe(40);
    });

    it('does not take "unknown" for an answer', () => {
        const { blocking } = judge(Gate.qualify, criteria, aLead({ purchasetimeframe: 4 }));
        expect(blocking.map((it) => it.column)).toEqual(['purchasetimeframe']);
    });

    it('looks at its own criteria only', () => {
        expect(judge(Gate.develop, criteria, aLead()).blocking.map((it) => it.column)).toEqual(['customerneed']);
        expect(columnsOfGate(Gate.close, criteria)).toEqual(['finaldecisiondate', 'presentfinalproposal']);
    });

    it('is open without any criterion', () => {
        expect(judge(Gate.qualify, [], {})).toEqual({ blocking: [], warnings: [], met: [], progress: 100 });
    });
});

describe('the progress', () => {
    it('is the share of weight, rounded', () => {
        const all = [aCriterion({ weight: 1 }), aCriterion({ weight: 1 }), aCriterion({ weight: 1 })];
        expect(progressOf(all, all.slice(0, 1))).toBe(33);
        expect(progressOf(all, all.slice(0, 2))).toBe(67);
    });

    it('counts every criterion the same when none has a weight', () => {
        const all = [aCriterion({ weight: 0 }), aCriterion({ weight: 0 })];
        expect(progressOf(all, all.slice(0, 1))).toBe(50);
    });

    it('keeps 100 for "everything is known"', () => {
        const all = [aCriterion({ weight: 1000 }), aCriterion({ weight: 1 }), aCriterion({ weight: 0 })];
        expect(progressOf(all, all.slice(0, 1))).toBe(99);
        expect(progressOf(all, all.slice(0, 2))).toBe(99);
        expect(progressOf(all, all)).toBe(100);
    });

    it('stays between 0 and 100, never falls when something becomes known, and says 100 only for all', () => {
        const weights = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 });
        fc.assert(
            fc.property(weights, fc.nat(), (list, cut) => {
                const all = list.map((weight, index) =>
                    aCriterion({ weight, column: `c${index}`, enforcement: Enforcement.block }),
                );
                const known = cut % (all.length + 1);
                const progress = progressOf(all, all.slice(0, known));
                const more = progressOf(all, all.slice(0, Math.min(known + 1, all.length)));
                expect(progress).toBeGreaterThanOrEqual(0);
                expect(more).toBeGreaterThanOrEqual(progress);
                expect(progress === 100).toBe(known === all.length);
            }),
        );
    });
});

describe('the shares of the criteria of a gate', () => {
    const weights = fc.array(fc.integer({ min: -5, max: 100 }), { minLength: 1, maxLength: 12 });
    const shares = (list: readonly number[]): readonly number[] => sharesOf(list.map((weight) => ({ weight })));

    it('add up to 100, each within one percent of its part of the weight', () => {
        fc.assert(
            fc.property(weights, (list) => {
                const counted = list.some((weight) => weight > 0)
                    ? list.map((it) => Math.max(0, it))
                    : list.map(() => 1);
                const sum = counted.reduce((total, weight) => total + weight, 0);
                const result = shares(list);
                expect(result.reduce((total, share) => total + share, 0)).toBe(100);
                result.forEach((share, index) => {
                    expect(Math.abs(share - ((counted[index] ?? 0) * 100) / sum)).toBeLessThan(1);
                });
            }),
        );
    });

    it('are larger for more weight', () => {
        fc.assert(
            fc.property(weights, (list) => {
                const result = shares(list);
                list.forEach((weight, index) => {
                    const next = list[index + 1];
                    if (next !== undefined && next > weight) {
                        expect(result[index + 1] ?? 0).toBeGreaterThanOrEqual(result[index] ?? 0);
                    }
                });
            }),
        );
    });

    it('are the same for everyone without any weight, and none without criteria', () => {
        expect([shares([0, 0]), shares([0, 0, 0]), sharesOf([])]).toEqual([[50, 50], [34, 33, 33], []]);
    });
});

describe('several gates at once', () => {
    it('are shut exactly while one of them is', () => {
        const criteria = defaultCriteria(1033);
        const columns = criteria.map(({ column }) => column);
        fc.assert(
            fc.property(fc.subarray(columns), fc.subarray(Object.values(Gate)), (filled, gates) => {
                const row = Object.fromEntries(filled.map((column) => [column, column === 'need' ? 1 : 'yes']));
                const one = gates.flatMap((gate) => judge(gate, criteria, row).blocking);
                const all = judgeGates(gates, criteria, row).blocking;
                expect(new Set(all)).toEqual(new Set(one));
            }),
        );
    });
});
