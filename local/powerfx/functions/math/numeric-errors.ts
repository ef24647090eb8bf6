import { errorValue, type ErrorValue } from '../../values';

export function divisionByZero(): ErrorValue {
    return errorValue('Div0', 'Division by zero is not possible.');
}

/** A result that is no number or infinitely large. */
export function notANumber(functionName: string): ErrorValue {
    return errorValue('Numeric', `${functionName} has no number as its result for these arguments.`);
}

export function tooLarge(functionName: string): ErrorValue {
    return errorValue('Numeric', `The result of ${functionName} is too large for a number.`);
}
