import { Types } from '../../types';
import { joinErrors, type ErrorValue } from '../../values';
import { number, text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { outOfRange } from './text-errors';

/** `Mid(text, start[, count])`: characters from the position, counted from 1; to the end when no count is given. */
export const mid = scalarFunction({
    name: 'Mid',
    parameters: [text, number],
    optional: [number],
    result: Types.Text,
    evaluate: (_run, value, start, count = value.length) => {
        const errors: ErrorValue[] = [];
        if (start <= 0) {
            errors.push(outOfRange('Mid', 'starting position'));
        }
        if (count < 0) {
            errors.push(outOfRange('Mid', 'number of characters'));
        }
        if (errors.length > 0) {
            return joinErrors(errors);
        }
        const first = Math.trunc(start) - 1;
        return value.slice(Math.max(first, 0), Math.max(first, 0) + Math.trunc(count));
    },
});
