import { Decimal } from '../../numbers/decimal';
import { floatFromDecimal } from '../../numbers/decimal-float';
import type { Type } from '../../types';
import { ChoiceValue, DateTimeValue, DateValue, GuidValue, TimeValue, type Value } from '../../values';

/** Whether rows can be put in the order of values of this type. */
export function isSortable(type: Type): boolean {
    switch (type.kind) {
        case 'Record':
        case 'Table':
        case 'ChoiceSet':
        case 'Dynamic':
        case 'Void':
        case 'Color':
        case 'Image':
        case 'Media':
        case 'Blob':
            return false;
        default:
            return true;
    }
}

/** Text as people of the culture sort it. */
const collators = new Map<string, Intl.Collator>();

function collator(culture: string): Intl.Collator {
    let found = collators.get(culture);
    if (!found) {
        found = new Intl.Collator(culture);
        collators.set(culture, found);
    }
    return found;
}

function compareNumbers(left: number, right: number): number {
    return left < right ? -1 : left > right ? 1 : 0;
}

function numberOf(value: Value): number {
    if (value instanceof DateValue || value instanceof DateTimeValue || value instanceof TimeValue) {
        return value.milliseconds;
    }
    return value instanceof Decimal ? floatFromDecimal(value) : Number(value);
}

function compareText(left: string, right: string): number {
    return left < right ? -1 : left > right ? 1 : 0;
}

/** Compares two values of the same type, neither of them blank. */
export function compareValues(left: Value, right: Value, culture: string): number {
    if (typeof left === 'string' && typeof right === 'string') {
        return collator(culture).compare(left, right);
    }
    if (left instanceof Decimal && right instanceof Decimal) {
        return left.compare(right);
    }
    if (left instanceof ChoiceValue && right instanceof ChoiceValue) {
        return compareText(left.option.name, right.option.name);
    }
    if (left instanceof GuidValue && right instanceof GuidValue) {
        return compareText(left.text, right.text);
    }
    return compareNumbers(numberOf(left), numberOf(right));
}

/** What one thing is sorted by. */
export interface SortKey {
    readonly descending: boolean;
}

/** Compares lists of keys; blank comes last in either direction. */
export function compareKeys(
    left: readonly Value[],
    right: readonly Value[],
    keys: readonly SortKey[],
    culture: string,
): number {
    for (const [index, key] of keys.entries()) {
        const [one, other] = [left[index] ?? null, right[index] ?? null];
        const order =
            one === null || other === null
                ? Number(one === null) - Number(other === null)
                : compareValues(one, other, culture) * (key.descending ? -1 : 1);
        if (order !== 0) {
            return order;
        }
    }
    return 0;
}

/** Whether an argument of the enumeration SortOrder says descending. */
export function isDescending(value: Value): boolean {
    const text = value instanceof ChoiceValue ? value.option.value : value;
    return typeof text === 'string' && text.toLowerCase() === 'descending';
}
