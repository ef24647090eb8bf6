import fc from 'fast-check';
import { LeadState } from '../../lifecycle/choices';
import { stateOf } from '../../lifecycle/configuration/status-reason';
import { defaultTransitions } from '../../lifecycle/defaults';
import { decide, type TransitionFacts, type TransitionRules } from '../../lifecycle/transitions/decide';
import { permittedTargets } from '../../lifecycle/transitions/permitted-targets';
import { aTransition, statusReasons } from './builders';

const facts: TransitionFacts = { lead: {}, roles: ['Salesperson'], note: '' };
const rules = (...transitions: TransitionRules['transitions']): TransitionRules => ({ transitions, statusReasons });
const defaults = rules(...defaultTransitions(1033));
const statuses = statusReasons.map((reason) => reason.value);

describe('deciding a move of a lead', () => {
    it('lets a lead stay where it is, whatever the transitions say', () => {
        expect(decide(2, 2, rules(), facts)).toEqual({ allowed: true, way: 'none', transition: null });
    });

    it('refuses a move that no transition permits', () => {
        expect(decide(1, 2, rules(aTransition(2, 1)), facts)).toEqual({
            allowed: false,
            refusals: [{ code: 'not-permitted' }],
            message: '',
        });
    });

    it.each([
        ['New to Contacted', 1, 2, 'update'],
        ['Contacted to Qualified', 2, 3, 'qualify'],
        ['New to Canceled', 1, 7, 'disqualify'],
        ['Lost to New', 4, 1, 'reactivate'],
        ['Qualified to Contacted', 3, 2, 'reactivate'],
        ['Lost to Canceled', 4, 7, 'update'],
    ])('goes from %s by the right way', (_, from, to, way) => {
        expect(decide(from, to, rules(aTransition(from, to)), facts)).toMatchObject({ allowed: true, way });
    });

    it.each([
        ['Qualified to Lost', 3, 4],
        ['Lost to Qualified', 4, 3],
    ])('refuses %s even when a maker permits it, because Dataverse knows no such way', (_, from, to) => {
        expect(decide(from, to, rules(aTransition(from, to)), facts)).toMatchObject({
            allowed: false,
            refusals: [{ code: 'platform-refuses' }],
        });
    });

    it('lets a new lead start in any open status reason and in no closed one', () => {
        expect(statuses.filter((to) => decide(null, to, rules(), facts).allowed)).toEqual([1, 2]);
    });

    it('refuses a status reason that the environment does not have', () => {
        expect(decide(1, 99, rules(aTransition(1, 99)), facts)).toMatchObject({
            refusals: [{ code: 'unknown-status' }],
        });
    });

    it('knows the state of a status reason that a maker added', () => {
        const nurturing = { value: 617400001, label: 'Nurturing', state: LeadState.disqualified };
        const own: TransitionRules = {
            transitions: [aTransition(1, nurturing.value)],
            statusReasons: [...statusReasons, nurturing],
        };
        expect(decide(1, nurturing.value, own, facts)).toMatchObject({ allowed: true, way: 'disqualify' });
    });

    it('names the columns that must be filled first, and counts zero and "no" as filled', () => {
        const demanding = rules(
            aTransition(1, 2, { requiredColumns: ['telephone1', 'budgetamount', 'decisionmaker'] }),
        );
        const lead = { telephone1: '  ', budgetamount: 0, decisionmaker: false };
        expect(decide(1, 2, demanding, { ...facts, lead })).toMatchObject({
            refusals: [{ code: 'columns-missing', columns: ['telephone1'] }],
        });
    });

    it('finds a required lookup by the name that the Web API gives it', () => {
        const demanding = rules(aTransition(1, 2, { requiredColumns: ['campaignid'] }));
        expect(decide(1, 2, demanding, { ...facts, lead: { _campaignid_value: 'c1' } }).allowed).toBe(true);
    });

    it('lists everything that is lacking at once: role, columns and note', () => {
        const demanding = rules(
            aTransition(1, 4, {
                requiredColumns: ['telephone1'],
                noteRequired: true,
                requiredRole: 'Sales Manager',
                message: 'Ask your manager.',
            }),
        );
        expect(decide(1, 4, demanding, facts)).toEqual({
            allowed: false,
            refusals: [
                { code: 'role-missing', role: 'Sales Manager' },
                { code: 'columns-missing', columns: ['telephone1'] },
                { code: 'note-missing' },
            ],
            message: 'Ask your manager.',
        });
    });

    it('compares the names of roles without case', () => {
        const managers = rules(aTransition(1, 4, { requiredRole: 'SALES MANAGER' }));
        expect(decide(1, 4, managers, { ...facts, roles: ['Sales Manager'] }).allowed).toBe(true);
    });

    it('is content with one of several transitions, and else reports the one that lacks least', () => {
        const two = rules(
            aTransition(1, 4, { noteRequired: true, requiredColumns: ['telephone1'] }),
            aTransition(1, 4, { requiredRole: 'Sales Manager' }),
        );
        expect(decide(1, 4, two, { ...facts, roles: ['Sales Manager'] }).allowed).toBe(true);
        expect(decide(1, 4, two, facts)).toMatchObject({ refusals: [{ code: 'role-missing' }] });
    });
});

describe('the status reasons that a lead may go to', () => {
    it.each([
        ['New', 1, [2, 3, 4, 5, 6, 7]],
        ['Contacted', 2, [1, 3, 4, 5, 6, 7]],
        ['Qualified', 3, [1, 2]],
        ['No Longer Interested', 6, [1, 2]],
    ])('are, from %s and by default, the expected ones', (_, from, to) => {
        expect(permittedTargets(from, defaults, facts).map((target) => target.value)).toEqual(to);
    });

    it('include one that only lacks a note, and say so', () => {
        const noted = rules(aTransition(1, 4, { noteRequired: true }), aTransition(1, 5, { requiredRole: 'Nobody' }));
        expect(permittedTargets(1, noted, facts)).toEqual([
            { value: 4, label: 'Lost', state: LeadState.disqualified, noteRequired: true },
        ]);
    });

    it('can be asked for one state only', () => {
        expect(permittedTargets(1, defaults, facts, LeadState.open).map((target) => target.label)).toEqual([
            'Contacted',
        ]);
    });
});

const anyStatus = fc.constantFrom(...statuses);
const anyTransition = fc
    .record({
        from: anyStatus,
        to: anyStatus,
        noteRequired: fc.boolean(),
        requiredRole: fc.constantFrom('', 'Salesperson', 'Sales Manager'),
        requiredColumns: fc.subarray(['telephone1', 'budgetamount']),
    })
    .map(({ from, to, ...rest }) => aTransition(from, to, rest));

describe('whatever the makers set', () => {
    it('never permits what Dataverse cannot do, and refuses only with a reason', () => {
        fc.assert(
            fc.property(fc.array(anyTransition), anyStatus, anyStatus, (transitions, from, to) => {
                const decision = decide(from, to, rules(...transitions), facts);
                const closedToClosed =
                    stateOf(from, statusReasons) !== LeadState.open &&
                    stateOf(to, statusReasons) !== LeadState.open &&
                    stateOf(from, statusReasons) !== stateOf(to, statusReasons);
                if (closedToClosed) expect(decision.allowed).toBe(false);
                if (!decision.allowed) expect(decision.refusals.length).toBeGreaterThan(0);
            }),
        );
    });

    it('permits no less with one transition more', () => {
        fc.assert(
            fc.property(fc.array(anyTransition), anyTransition, anyStatus, anyStatus, (some, more, from, to) => {
                const before = decide(from, to, rules(...some), facts).allowed;
                const after = decide(from, to, rules(...some, more), facts).allowed;
                expect(before && !after).toBe(false);
            }),
        );
    });

    it('offers exactly the targets that the decision allows, or allows once there is a note', () => {
        fc.assert(
            fc.property(fc.array(anyTransition), anyStatus, (transitions, from) => {
                const offered = permittedTargets(from, rules(...transitions), facts).map((target) => target.value);
                const allowed = statuses.filter(
                    (to) => to !== from && decide(from, to, rules(...transitions), { ...facts, note: 'why' }).allowed,
                );
                // A transition without a note may lack something else, so a note can only widen what is offered.
                expect(offered.every((to) => allowed.includes(to))).toBe(true);
            }),
        );
    });
});
