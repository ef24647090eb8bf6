import { Types } from '../../types';
import { number, text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { outOfRange } from './text-errors';

/** `Right(text, count)`: the last characters. */
export const right = scalarFunction({
    name: 'Right',
    parameters: [text, number],
    result: Types.Text,
    evaluate: (_run, value, count) =>
        count < 0
            ? outOfRange('Right', 'number of characters')
            : value.slice(Math.max(value.length - Math.trunc(count), 0)),
});
