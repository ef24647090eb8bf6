import { errorValue, type ErrorValue } from '../../values';

/** In the words that `FirstError.Message` has for it in Power Fx. */
export function divisionByZero(): ErrorValue {
    return errorValue('Div0', 'Invalid operation: division by zero.');
}

/** A result that is no number or infinitely large. */
export function notANumber(functionName: string): ErrorValue {
    return errorValue('Numeric', `${functionName} has no number as its result for these arguments.`);
}

export function tooLarge(functionName: string): ErrorValue {
    return errorValue('Numeric', `The result of ${functionName} is too large for a number.`);
}
