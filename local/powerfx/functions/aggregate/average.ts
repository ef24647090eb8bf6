import { errorValue } from '../../values';
import { aggregateFunction, numericType } from './aggregate-function';
import { RunningSum } from './running-sum';

/** `Average(a, b, …)` or `Average(table, formula)`: the mean of what is not blank. */
export const average = aggregateFunction({
    name: 'Average',
    typeFor: numericType,
    begin(type) {
        const sum = new RunningSum(type);
        return {
            add: (value) => sum.add(value),
            result: () => (sum.count === 0 ? errorValue('Div0', 'Invalid operation: division by zero.') : sum.mean),
        };
    },
});
