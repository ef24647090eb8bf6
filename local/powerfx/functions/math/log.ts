import { Types } from '../../types';
import { orBlank, number } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { divisionByZero, notANumber } from './numeric-errors';

/** `Log(number[, base])`: the logarithm, to the base 10 when none is given. */
export const log = scalarFunction({
    name: 'Log',
    parameters: [number],
    optional: [orBlank(number)],
    result: Types.Number,
    evaluate: (_run, value, givenBase) => {
        const base = givenBase === undefined ? 10 : (givenBase ?? 0);
        if (base === 1) {
            return divisionByZero();
        }
        const result = base === 10 ? Math.log10(value) : Math.log(value) / Math.log(base);
        return Number.isFinite(result) && base !== 0 ? result : notANumber('Log');
    },
});
