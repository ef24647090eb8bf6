import { Test } from '../choices';
import type { Criterion } from '../configuration/criterion';
import { asNumber, isBlank, valueOf, type Row } from '../row';

/**
 * Whether a row meets a criterion. A blank column meets no test at all, "does not equal" included: a criterion asks
 * for knowledge, and nothing is known yet.
 *
 * Values compare as numbers when both sides are numbers, else as text without case; dates as text in ISO form, which
 * orders them. The test values of "one of" are separated by commas or semicolons.
 */
export function meets(criterion: Pick<Criterion, 'column' | 'test' | 'testValue'>, row: Row): boolean {
    const value = valueOf(row, criterion.column);
    if (isBlank(value)) return false;
    switch (criterion.test) {
        case Test.hasAValue:
            return true;
        case Test.isYes:
            return value === true || value === 1 || value === '1' || value === 'true';
        case Test.equals:
            return compare(value, criterion.testValue) === 0;
        case Test.doesNotEqual:
            return compare(value, criterion.testValue) !== 0;
        case Test.atLeast:
            return !isBlank(criterion.testValue) && compare(value, criterion.testValue) >= 0;
        case Test.atMost:
            return !isBlank(criterion.testValue) && compare(value, criterion.testValue) <= 0;
        case Test.oneOf:
            return criterion.testValue
                .split(/[,;]/)
                .filter((option) => !isBlank(option))
                .some((option) => compare(value, option) === 0);
    }
}

/** Negative, zero or positive, as `value` comes before, with or after `testValue`. */
function compare(value: unknown, testValue: string): number {
    const number = asNumber(value);
    const testNumber = typeof value === 'boolean' ? yesOrNo(testValue) : asNumber(testValue);
    if (number !== null && testNumber !== null) return number - testNumber;
    const text = comparableText(value);
    const testText = testValue.trim().toLowerCase();
    return text < testText ? -1 : text > testText ? 1 : 0;
}

function yesOrNo(text: string): number | null {
    switch (text.trim().toLowerCase()) {
        case 'true':
        case 'yes':
        case 'oui':
            return 1;
        case 'false':
        case 'no':
        case 'non':
            return 0;
        default:
            return asNumber(text);
    }
}

function comparableText(value: unknown): string {
    const text = value instanceof Date ? value.toISOString() : String(value);
    return text.trim().toLowerCase();
}
