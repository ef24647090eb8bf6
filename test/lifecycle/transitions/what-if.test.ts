import fc from 'fast-check';
import { defaultTransitions } from '../../../lifecycle/defaults';
import { checkTransitions } from '../../../lifecycle/transitions/checks';
import type { StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import { consequencesOf } from '../../../lifecycle/transitions/what-if';
import { aStored, surroundings, transitionsArbitrary } from './arbitraries';

const defaults = defaultTransitions(1033).map((transition): StoredTransition => ({ ...transition, isActive: true }));
const counts = new Map([
    [1, 710],
    [2, 412],
    [4, 200],
    [5, 0],
]);

describe('what a change means for the leads that there are', () => {
    it('counts the open leads that it leaves without a way out', () => {
        const after = defaults.filter(({ from }) => from !== 2);
        expect(consequencesOf(defaults, after, surroundings, counts)).toEqual([
            { code: 'no-way-out', statuses: [{ status: 2, leads: 412 }], leads: 412 },
        ]);
    });

    it('counts the open leads that can still move but never be closed', () => {
        const after = defaults.filter(({ from, to }) => !(from <= 2 && to > 2));
        expect(consequencesOf(defaults, after, surroundings, counts)).toEqual([
            {
                code: 'cannot-close',
                statuses: [
                    { status: 1, leads: 710 },
                    { status: 2, leads: 412 },
                ],
                leads: 1122,
            },
        ]);
    });

    it('counts the closed leads that can no longer be reopened, and is silent where no lead stands', () => {
        const after = defaults.filter(({ from }) => from !== 4 && from !== 5);
        expect(consequencesOf(defaults, after, surroundings, counts)).toEqual([
            { code: 'cannot-reopen', statuses: [{ status: 4, leads: 200 }], leads: 200 },
        ]);
    });

    it('takes a move that asks for what does not exist as no way out', () => {
        const after = defaults.map((transition) =>
            transition.from === 2 ? { ...transition, requiredColumns: ['nowhere'] } : transition,
        );
        expect(consequencesOf(defaults, after, surroundings, counts).map(({ code }) => code)).toEqual(['no-way-out']);
    });

    it('does not say again what was so before', () => {
        const before = defaults.filter(({ from }) => from !== 2);
        expect(consequencesOf(before, [...before, aStored(4, 7)], surroundings, counts)).toEqual([]);
    });

    it('names the reasons even where leads could not be counted', () => {
        const after = defaults.filter(({ from }) => from !== 2);
        expect(consequencesOf(defaults, after, surroundings, null)).toEqual([
            { code: 'no-way-out', statuses: [{ status: 2, leads: null }], leads: null },
        ]);
    });

    it('is silent about a change that changes nothing, and calls every reason without a way out a dead end', () => {
        fc.assert(
            fc.property(transitionsArbitrary, transitionsArbitrary, (before, after) => {
                expect(consequencesOf(before, before, surroundings, null)).toEqual([]);
                const stranded = consequencesOf(before, after, surroundings, null)
                    .filter(({ code }) => code === 'no-way-out')
                    .flatMap(({ statuses }) => statuses.map(({ status }) => status));
                const deadEnds = checkTransitions(after, surroundings).flatMap((finding) =>
                    finding.kind === 'status' && finding.code === 'dead-end' ? [finding.status] : [],
                );
                expect(deadEnds).toEqual(expect.arrayContaining(stranded));
            }),
        );
    });
});
