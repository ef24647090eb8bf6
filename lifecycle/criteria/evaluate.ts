import { Test } from '../choices';
import { refersToSeveralTables } from '../columns';
import type { Criterion } from '../configuration/criterion';
import { isBlank, valueOf, type Row } from '../row';
import { comparableNumber, comparableText } from './comparable';

/** What a lookup to one of several tables compares as, whichever row it refers to. */
const SOME_ROW = '?';

/**
 * Whether a row meets a criterion. A blank column meets no test at all, "does not equal" included: a criterion asks
 * for knowledge, and nothing is known yet.
 *
 * Values are equal as numbers when both sides are numbers or days, else as text without case; "at least" and "at most"
 * compare numbers and days only, because texts have no order that client and server share. The test values of "one of"
 * are separated by commas or semicolons.
 */
export function meets(criterion: Pick<Criterion, 'column' | 'test' | 'testValue'>, row: Row): boolean {
    const value = valueOf(row, criterion.column);
    if (isBlank(value)) return false;
    const text = refersToSeveralTables(criterion.column) ? SOME_ROW : comparableText(value);
    const testText = (written: string): string =>
        typeof value === 'boolean' ? yesOrNo(written) : comparableText(written);
    switch (criterion.test) {
        case Test.hasAValue:
            return true;
        case Test.isYes:
            return text === '1' || text === 'true';
        case Test.equals:
            return areEqual(text, testText(criterion.testValue));
        case Test.doesNotEqual:
            return !areEqual(text, testText(criterion.testValue));
        case Test.atLeast:
            return areInOrder(testText(criterion.testValue), text);
        case Test.atMost:
            return areInOrder(text, testText(criterion.testValue));
        case Test.oneOf:
            return criterion.testValue
                .split(/[,;]/)
                .filter((option) => !isBlank(option))
                .some((option) => areEqual(text, testText(option)));
    }
}

function areEqual(text: string, testText: string): boolean {
    const number = comparableNumber(text);
    const testNumber = comparableNumber(testText);
    return number !== null && testNumber !== null ? number === testNumber : text === testText;
}

function areInOrder(lower: string, upper: string): boolean {
    const [least, most] = [comparableNumber(lower), comparableNumber(upper)];
    return least !== null && most !== null && least <= most;
}

/** The words for yes and no as the values of a two-option column compare. */
function yesOrNo(written: string): string {
    const text = comparableText(written);
    switch (text) {
        case 'true':
        case 'yes':
        case 'oui':
            return '1';
        case 'false':
        case 'no':
        case 'non':
            return '0';
        default:
            return text;
    }
}
