import { Types } from '../../types';
import type { FunctionDefinition } from '../function-definition';
import { number } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { notANumber } from './numeric-errors';

/** A function of one floating-point number; an error where its result is none. */
export function floatFunction(name: string, compute: (value: number) => number): FunctionDefinition {
    return scalarFunction({
        name,
        parameters: [number],
        result: Types.Number,
        evaluate: (_run, value) => {
            const result = compute(value);
            return Number.isFinite(result) ? result : notANumber(name);
        },
    });
}
