import { Types } from '../../types';
import { errorValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { aggregateFunction } from './aggregate-function';

function varianceFunction(name: string, finish: (variance: number) => number): FunctionDefinition {
    return aggregateFunction({
        name,
        typeFor: () => Types.Number,
        begin() {
            const values: number[] = [];
            return {
                add: (value) => values.push(Number(value)),
                result() {
                    if (values.length === 0) {
                        return errorValue('Div0', 'Invalid operation: division by zero.');
                    }
                    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
                    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
                    return finish(squares / values.length);
                },
            };
        },
    });
}

/** `StdevP(a, b, …)` or `StdevP(table, formula)`: the standard deviation of a whole population. */
export const stdevP = varianceFunction('StdevP', Math.sqrt);

/** `VarP(a, b, …)` or `VarP(table, formula)`: the variance of a whole population. */
export const varP = varianceFunction('VarP', (variance) => variance);
