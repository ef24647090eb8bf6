import { Types } from '../../types';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { isSameLetters } from '../../culture/letter-case';

/** `StartsWith(text, start)`, in any case of letters. */
export const startsWith = scalarFunction({
    name: 'StartsWith',
    parameters: [text, text],
    result: Types.Boolean,
    isTabular: false,
    evaluate: (_run, value, start) => isSameLetters(value.slice(0, start.length), start),
});
