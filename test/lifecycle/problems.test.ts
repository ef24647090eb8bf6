import { closesLead, comparesWithValue, transitionProblem } from '../../lifecycle/configuration/problems';
import { moveName } from '../../lifecycle/configuration/status-reason';
import { Test } from '../../lifecycle/choices';
import { defaultTransitions } from '../../lifecycle/defaults';
import { aTransition, statusReasons } from './builders';

const problem = (from: number, to: number, others = [aTransition(1, 2, { id: 'other' })], requiredRole = '') =>
    transitionProblem({ id: 'own', from, to, requiredRole }, others, statusReasons);

describe('a transition', () => {
    it('leads somewhere else', () => {
        expect(problem(2, 2)).toBe('same');
    });

    it('leads where Dataverse can go: a closed lead is reactivated first', () => {
        expect(problem(3, 4)).toBe('platform');
        expect(problem(4, 3)).toBe('platform');
        expect(problem(1, 99)).toBe('platform');
        expect(problem(4, 1)).toBeNull();
    });

    it('stands once for each role', () => {
        expect(problem(1, 2)).toBe('duplicate');
        expect(problem(1, 2, [aTransition(1, 2, { id: 'own' })])).toBeNull();
        expect(problem(1, 2, undefined, 'Sales Manager')).toBeNull();
        const forManagers = [aTransition(1, 2, { id: 'other', requiredRole: 'Sales Manager' })];
        expect(problem(1, 2, forManagers, ' sales manager ')).toBe('duplicate');
    });

    it('of the defaults is none of these', () => {
        const defaults = defaultTransitions(1033);
        expect(defaults.filter((one) => transitionProblem(one, defaults, statusReasons) !== null)).toEqual([]);
    });

    it('is called after its status reasons', () => {
        expect(moveName(1, 4, statusReasons)).toBe('New → Lost');
        expect(moveName(null, 1, statusReasons)).toBe('New');
        expect(moveName(1, 42, statusReasons)).toBe('New → 42');
    });
});

describe('a disqualification reason', () => {
    it('sets a status reason of Disqualified', () => {
        expect([1, 2, 3, 4, 5, 6, 7].filter((status) => closesLead(status, statusReasons))).toEqual([4, 5, 6, 7]);
    });
});

describe('a criterion', () => {
    it('compares with a value unless it asks whether there is one, or a yes', () => {
        expect(Object.values(Test).filter((test) => !comparesWithValue(test))).toEqual([Test.hasAValue, Test.isYes]);
    });
});
