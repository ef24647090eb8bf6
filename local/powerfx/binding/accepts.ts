import { eachField } from '../types/fields';
import type { Type } from '../types/type';

/**
 * Whether a value of the type `actual` is a value of the type `expected` as it stands. Blank is a value of every type, and so
 * is the error that has no type;
 * a record or table may have more fields than are expected of it.
 */
export function accepts(expected: Type, actual: Type): boolean {
    if (actual.kind === 'Blank' || actual.kind === 'Unknown' || expected.kind === 'Unknown') {
        return true;
    }
    switch (expected.kind) {
        case 'Choice':
        case 'ChoiceSet':
            return actual.kind === expected.kind && actual.set === expected.set;
        case 'Record':
        case 'Table':
            if (actual.kind !== expected.kind) {
                return false;
            }
            if (actual.fields === expected.fields) {
                return true;
            }
            for (const field of eachField(expected.fields)) {
                const given = actual.fields.find(field.name);
                if (!given || !accepts(field.type, given.type)) {
                    return false;
                }
            }
            return true;
        default:
            return actual.kind === expected.kind;
    }
}

/** Whether values of the two types are of the same shape, neither having more than the other. */
export function isSameType(left: Type, right: Type): boolean {
    if (left.kind !== right.kind) {
        return false;
    }
    return left.kind === 'Blank' || (accepts(left, right) && accepts(right, left));
}
