import fc from 'fast-check';
import type { StoredTransition } from '../../../lifecycle/transitions/stored-transition';
import type { Surroundings } from '../../../lifecycle/transitions/surroundings';
import { statusReasons } from '../builders';

export const surroundings: Surroundings = {
    statusReasons,
    startStatus: 1,
    columns: new Set(['budgetamount', 'need']),
    roles: ['Sales Manager', 'Salesperson'],
};

export function aStored(from: number, to: number, rest: Partial<StoredTransition> = {}): StoredTransition {
    return {
        id: `${from}-${to}`,
        from,
        to,
        requiredColumns: [],
        noteRequired: false,
        requiredRole: '',
        message: '',
        isActive: true,
        ...rest,
    };
}

const status = fc.constantFrom(...statusReasons.map((reason) => reason.value));

export const transitionArbitrary: fc.Arbitrary<StoredTransition> = fc.record({
    id: fc.uuid(),
    from: status,
    to: status,
    requiredColumns: fc.uniqueArray(fc.constantFrom('budgetamount', 'need', 'nowhere'), { maxLength: 2 }),
    noteRequired: fc.boolean(),
    requiredRole: fc.constantFrom('', 'Sales Manager', 'Nobody'),
    message: fc.constantFrom('', 'Ask Grace first.', 'Demandez « d’abord ».\nPuis "revenez".'),
    isActive: fc.boolean(),
});

/** Any list of transitions with ids of their own. */
export const transitionsArbitrary = fc.uniqueArray(transitionArbitrary, {
    selector: (transition) => transition.id,
    maxLength: 12,
});
