import { Decimal } from '../../numbers/decimal';
import { Types } from '../../types';
import { number, text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { outOfRange } from './text-errors';

/** `Find(text, within[, start])`: the position, counted from 1, where a text stands in another; blank when it does not. */
export const find = scalarFunction({
    name: 'Find',
    parameters: [text, text],
    optional: [number],
    result: Types.Decimal,
    evaluate: (_run, wanted, within, givenStart = 1) => {
        const start = Math.trunc(givenStart);
        if (start < 1 || start > within.length + 1) {
            return outOfRange('Find', 'starting position');
        }
        const index = within.indexOf(wanted, start - 1);
        return index < 0 ? null : Decimal.ofInteger(index + 1);
    },
});
