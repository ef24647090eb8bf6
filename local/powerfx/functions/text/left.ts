import { Types } from '../../types';
import { number, text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { outOfRange } from './text-errors';

/** `Left(text, count)`: the first characters. */
export const left = scalarFunction({
    name: 'Left',
    parameters: [text, number],
    result: Types.Text,
    evaluate: (_run, value, count) =>
        count < 0 ? outOfRange('Left', 'number of characters') : value.slice(0, Math.trunc(count)),
});
