import fc from 'fast-check';
import { LeadState } from '../../lifecycle/choices';
import type { Text } from '../../lifecycle/messages';
import { decide, type TransitionFacts, type TransitionRules } from '../../lifecycle/transitions/decide';
import { explain, requiredColumnsFrom } from '../../lifecycle/transitions/explain';
import { hasWay } from '../../lifecycle/transitions/has-way';
import { permittedTargets } from '../../lifecycle/transitions/permitted-targets';
import { aTransition, statusReasons } from './builders';

const text: Text = (key, ...values) => [key, ...values].join('|');
const words = { text, labelOfColumn: (column: string) => `<${column}>` };
const facts: TransitionFacts = { lead: { budgetamount: 1 }, roles: ['Salesperson'] };
const rules = (...transitions: TransitionRules['transitions']): TransitionRules => ({ transitions, statusReasons });
const why = (from: number | null, to: number, given: TransitionRules, known = facts): readonly string[] | undefined =>
    explain(from, given, known, words).find(({ value }) => value === to)?.why;

describe('explaining where a lead may go', () => {
    it('tells of every other status reason, in the order of the environment', () => {
        expect(explain(2, rules(), facts, words).map(({ value }) => value)).toEqual([1, 3, 4, 5, 6, 7]);
    });

    it('says how the lead gets where it may go, and nothing against it', () => {
        const [contacted, qualified, lost] = explain(
            1,
            rules(aTransition(1, 2), aTransition(1, 3), aTransition(1, 4)),
            facts,
            words,
        );
        expect(contacted).toMatchObject({ way: 'update', why: [] });
        expect(qualified).toMatchObject({ way: 'qualify', why: [] });
        expect(lost).toMatchObject({ way: 'disqualify', why: [] });
    });

    it('says that no transition leads there', () => {
        expect(why(1, 2, rules())).toEqual(['refusal.notPermitted|New|Contacted']);
    });

    it('says that Dataverse itself refuses, also where a maker permits', () => {
        expect(why(3, 4, rules(aTransition(3, 4)))).toEqual(['refusal.platform|Qualified|Lost']);
    });

    it('names missing columns by their display names', () => {
        const transition = aTransition(1, 2, { requiredColumns: ['budgetamount', 'need', 'jobtitle'] });
        expect(why(1, 2, rules(transition))).toEqual(['refusal.columns|<need>, <jobtitle>']);
    });

    it('names the role that is missing', () => {
        expect(why(1, 2, rules(aTransition(1, 2, { requiredRole: 'Manager' })))).toEqual(['refusal.role|Manager']);
    });

    it('offers what only lacks a note, and says so', () => {
        const [contacted] = explain(1, rules(aTransition(1, 2, { noteRequired: true })), facts, words);
        expect(contacted).toMatchObject({ way: 'update', noteRequired: true, why: ['refusal.note'] });
    });

    it('puts the maker’s own message first', () => {
        const transition = aTransition(1, 2, { requiredColumns: ['need'], message: 'Ask for the need.' });
        expect(why(1, 2, rules(transition))).toEqual(['Ask for the need.', 'refusal.columns|<need>']);
    });

    it('knows which columns it will have to name', () => {
        const given = rules(
            aTransition(1, 2, { requiredColumns: ['need', 'jobtitle'] }),
            aTransition(1, 4, { requiredColumns: ['need'] }),
            aTransition(2, 1, { requiredColumns: ['budgetamount'] }),
        );
        expect(requiredColumnsFrom(1, given)).toEqual(['need', 'jobtitle']);
    });

    it('agrees with the decision and with what is offered, whatever the rules', () => {
        const statuses = fc.constantFrom(...statusReasons.map(({ value }) => value));
        const transitions = fc.array(
            fc.record({
                from: statuses,
                to: statuses,
                requiredColumns: fc.subarray(['need', 'budgetamount', 'jobtitle']),
                noteRequired: fc.boolean(),
                requiredRole: fc.constantFrom('', 'salesperson', 'Manager'),
                message: fc.constantFrom('', 'Own words'),
            }),
            { maxLength: 30 },
        );
        fc.assert(
            fc.property(statuses, transitions, fc.boolean(), fc.boolean(), (from, generated, guardIsOff, hasNote) => {
                const given = {
                    ...rules(...generated.map((rest) => aTransition(rest.from, rest.to, rest))),
                    ...(guardIsOff && { guardIsOff }),
                };
                const known = { ...facts, note: hasNote ? 'A note' : '' };
                const explained = explain(from, given, known, words);
                for (const target of explained) {
                    expect(target.why.length === 0).toBe(decide(from, target.value, given, known).allowed);
                }
                expect(explained.filter(({ way }) => way !== null).map(({ value }) => value)).toEqual(
                    permittedTargets(from, given, known).map(({ value }) => value),
                );
            }),
        );
    });
});

describe('whether a command has a way', () => {
    const { open, qualified, disqualified } = LeadState;

    it('is true where a transition leads to the state, whatever is still to be filled in', () => {
        const given = rules(aTransition(1, 4, { requiredColumns: ['need'], noteRequired: true }));
        expect(hasWay(1, disqualified, given, [])).toBe(true);
        expect(hasWay(1, qualified, given, [])).toBe(false);
        expect(hasWay(2, disqualified, given, [])).toBe(false);
    });

    it('is false for those without the role', () => {
        const given = rules(aTransition(1, 4, { requiredRole: 'Manager' }));
        expect([hasWay(1, disqualified, given, ['Seller']), hasWay(1, disqualified, given, ['MANAGER'])]).toEqual([
            false,
            true,
        ]);
    });

    it('is false within a state and where Dataverse refuses', () => {
        const given = rules(aTransition(1, 2), aTransition(3, 4), aTransition(4, 3));
        expect([hasWay(1, open, given, []), hasWay(3, disqualified, given, [])]).toEqual([false, false]);
        expect(hasWay(4, qualified, given, [])).toBe(false);
    });
});

describe('with the guard switched off', () => {
    const off: TransitionRules = { ...rules(aTransition(1, 2, { requiredRole: 'Manager' })), guardIsOff: true };

    it('a lead goes wherever Dataverse lets it', () => {
        const reached = explain(1, off, facts, words).filter(({ way }) => way !== null);
        expect(reached.map(({ value }) => value)).toEqual([2, 3, 4, 5, 6, 7]);
        expect(hasWay(1, LeadState.disqualified, off, [])).toBe(true);
    });

    it('Dataverse still refuses what it does not know', () => {
        expect(why(3, 4, off)).toEqual(['refusal.platform|Qualified|Lost']);
        expect(hasWay(3, LeadState.disqualified, off, [])).toBe(false);
    });
});
