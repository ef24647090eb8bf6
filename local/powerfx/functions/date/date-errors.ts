import { errorValue, type ErrorValue } from '../../values';

/** The calendar has no such day. */
export function noSuchDate(functionName: string): ErrorValue {
    return errorValue('InvalidArgument', `${functionName}: the date is outside of the years 1 to 9999.`);
}

/** A number that no clock shows. */
export function noSuchTime(functionName: string): ErrorValue {
    return errorValue('InvalidArgument', `${functionName}: a number is too large for a time.`);
}
