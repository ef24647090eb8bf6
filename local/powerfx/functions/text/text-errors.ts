import { errorValue, type ErrorValue } from '../../values';

/** A position or a number of characters that no text has. */
export function outOfRange(functionName: string, parameter: string): ErrorValue {
    return errorValue('InvalidArgument', `${functionName}: the ${parameter} is out of range.`);
}
