import { Decimal } from '../../numbers/decimal';
import { roundDecimal, type RoundingMode } from '../../numbers/decimal-rounding';
import { roundFloat } from '../../numbers/float-rounding';
import type { Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { number, numeric } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { tooLarge } from './numeric-errors';

/** `Round` and its like: a number and how many places after the point to keep; negative places round before it. */
export function roundingFunction(name: string, mode: RoundingMode): FunctionDefinition {
    return scalarFunction({
        name,
        parameters: [numeric, number],
        result: 'numeric',
        evaluate: (_run, value, places) => roundTo(name, value, places, mode),
    });
}

/** The number to so many places, themselves cut to a whole number. */
export function roundTo(name: string, value: number | Decimal, places: number, mode: RoundingMode): Value {
    const wholePlaces = Math.trunc(places);
    return value instanceof Decimal
        ? (roundDecimal(value, wholePlaces, mode) ?? tooLarge(name))
        : roundFloat(value, wholePlaces, mode);
}
