import { Types } from '../../types';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { isSameLetters } from '../../culture/letter-case';

/** `EndsWith(text, end)`, in any case of letters. */
export const endsWith = scalarFunction({
    name: 'EndsWith',
    parameters: [text, text],
    result: Types.Boolean,
    isTabular: false,
    evaluate: (_run, value, end) =>
        end.length <= value.length && isSameLetters(value.slice(value.length - end.length), end),
});
