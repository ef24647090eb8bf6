import fc from 'fast-check';
import { decide } from '../../../lifecycle/transitions/decide';
import { checkTransitions, isError } from '../../../lifecycle/transitions/checks';
import { defaultTransitions } from '../../../lifecycle/defaults';
import { isPassable } from '../../../lifecycle/transitions/passable';
import type { StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import { statusReasons } from '../builders';
import { aStored, surroundings, transitionsArbitrary } from './arbitraries';

const defaults = defaultTransitions(1033).map((transition): StoredTransition => ({ ...transition, isActive: true }));

/** Findings as `code subject`, short enough to be compared. */
function found(transitions: readonly StoredTransition[], where = surroundings): readonly string[] {
    return checkTransitions(transitions, where).map((finding) =>
        finding.kind === 'status'
            ? `${finding.code} ${finding.status}`
            : [finding.code, finding.transition.id, finding.subject].filter(Boolean).join(' '),
    );
}

describe('the checks of the map', () => {
    it('find nothing in the defaults', () => {
        expect(found(defaults)).toEqual([]);
    });

    it('name a closed reason that no chain of moves reaches', () => {
        expect(found(defaults.filter(({ to }) => to !== 7))).toEqual(['unreachable 7']);
    });

    it('name an open reason that no move leads out of', () => {
        expect(found(defaults.filter(({ from }) => from !== 2))).toEqual(['dead-end 2']);
    });

    it('do not call a closed reason a dead end', () => {
        expect(found(defaults.filter(({ from }) => from !== 4))).toEqual([]);
    });

    it('name open reasons that moves lead out of but never to a closed one', () => {
        const open = [aStored(1, 2), aStored(2, 1)];
        expect(found(open)).toEqual([
            'never-closes 1',
            'never-closes 2',
            ...[3, 4, 5, 6, 7].map((status) => `unreachable ${status}`),
        ]);
    });

    it('count a new status reason as soon as the environment has it', () => {
        const nurturing = { value: 617400001, label: 'Nurturing', state: 0 } as const;
        const wider = { ...surroundings, statusReasons: [...statusReasons, nurturing] };
        expect(found(defaults, wider)).toEqual(['unreachable 617400001', 'dead-end 617400001']);
        expect(found([...defaults, aStored(2, 617400001), aStored(617400001, 2)], wider)).toEqual([]);
    });

    it('start where new leads start, or with the first open reason', () => {
        const moves = [aStored(2, 3)];
        expect(found(moves, { ...surroundings, startStatus: 2 })).toContain('unreachable 1');
        expect(found(moves, { ...surroundings, startStatus: null })).toContain('unreachable 2');
        expect(found(moves, { ...surroundings, startStatus: 4 })).toContain('unreachable 2');
    });

    it('do not count on moves that can never happen', () => {
        const others = defaults.filter(({ to }) => to !== 7);
        for (const broken of [
            aStored(1, 7, { isActive: false }),
            aStored(1, 7, { requiredColumns: ['nowhere'] }),
            aStored(1, 7, { requiredRole: 'Nobody' }),
        ]) {
            expect(found([...others, broken])).toContain('unreachable 7');
        }
    });
});

describe('the checks of a transition', () => {
    it.each([
        ['leads to where it starts', aStored(1, 1), ['same 1-1']],
        ['goes from qualified to disqualified without reopening', aStored(3, 4), ['platform 3-4']],
        ['goes from disqualified to qualified without reopening', aStored(4, 3), ['platform 4-3']],
        ['names a reason that the environment lacks', aStored(1, 99), ['status-missing 1-99 99']],
        [
            'asks for a column that lead lacks',
            aStored(6, 7, { requiredColumns: ['nowhere', 'need'] }),
            ['column-missing 6-7 nowhere'],
        ],
        [
            'asks for a role that nobody can have',
            aStored(6, 7, { requiredRole: 'Nobody' }),
            ['role-missing 6-7 Nobody'],
        ],
        [
            'asks for more columns than the table holds names of',
            aStored(6, 7, { requiredColumns: ['need', 'n'.repeat(500)] }),
            ['column-missing 6-7 ' + 'n'.repeat(500), 'too-many-columns 6-7'],
        ],
    ])('say that it %s', (_what, transition, expected) => {
        expect(found([...defaults, transition])).toEqual(expect.arrayContaining(expected));
    });

    it('compare roles as the rules do: capitals do not matter', () => {
        expect(found([...defaults, aStored(6, 7, { requiredRole: 'sales manager' })])).toEqual([]);
    });

    it('find two active ones for the same people, and leave one for each role alone', () => {
        const twins = [aStored(6, 7, { id: 'a' }), aStored(6, 7, { id: 'b' })];
        expect(found([...defaults, ...twins])).toEqual(['duplicate a', 'duplicate b']);
        const [first] = twins;
        const roles = ['', 'Salesperson'].map((requiredRole) => aStored(6, 7, { id: requiredRole, requiredRole }));
        expect(found([...defaults, ...roles])).toEqual([]);
        expect(found([...defaults, ...(first ? [first] : []), aStored(6, 7, { id: 'b', isActive: false })])).toEqual(
            [],
        );
    });

    it('let every name pass while columns and roles are unknown', () => {
        const asking = aStored(6, 7, { requiredColumns: ['nowhere'], requiredRole: 'Nobody' });
        expect(found([...defaults, asking], { ...surroundings, columns: null, roles: null })).toEqual([]);
    });

    it('agree with the rule that guards leads: a transition with an error never lets a lead pass', () => {
        fc.assert(
            fc.property(transitionsArbitrary, (transitions) => {
                const broken = new Set(
                    checkTransitions(transitions, surroundings).flatMap((finding) =>
                        finding.kind === 'transition' &&
                        finding.code !== 'duplicate' &&
                        finding.code !== 'too-many-columns'
                            ? [finding.transition.id]
                            : [],
                    ),
                );
                for (const transition of transitions) {
                    const decision = decide(
                        transition.from,
                        transition.to,
                        { statusReasons, transitions: transition.isActive ? [transition] : [] },
                        {
                            lead: { budgetamount: 1, need: 'x' },
                            note: 'why',
                            roles: surroundings.roles ?? [],
                        },
                    );
                    const passes = decision.allowed && decision.way !== 'none';
                    expect(passes).toBe(transition.isActive && !broken.has(transition.id));
                    expect(passes).toBe(isPassable(transition, surroundings));
                }
            }),
        );
    });

    it('call what one transition lacks an error, and what the map lacks a hint', () => {
        const findings = checkTransitions([aStored(3, 4)], surroundings);
        expect(findings.filter(isError)).toHaveLength(1);
        expect(findings.filter((finding) => !isError(finding)).length).toBeGreaterThan(0);
    });
});
