import { Types } from '../../types';
import { number, text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { outOfRange } from './text-errors';

/** `Replace(text, start, count, new)`: the text with other characters in the place of these. */
export const replace = scalarFunction({
    name: 'Replace',
    parameters: [text, number, number, text],
    result: Types.Text,
    evaluate: (_run, value, start, count, replacement) => {
        if (start <= 0) {
            return outOfRange('Replace', 'starting position');
        }
        if (count < 0) {
            return outOfRange('Replace', 'number of characters');
        }
        const first = Math.max(Math.trunc(start) - 1, 0);
        return value.slice(0, first) + replacement + value.slice(first + Math.trunc(count));
    },
});
