import { aggregateFunction, numericType } from './aggregate-function';
import { RunningSum } from './running-sum';

/** `Sum(a, b, …)` or `Sum(table, formula)`; blank where there is nothing to add. */
export const sum = aggregateFunction({
    name: 'Sum',
    typeFor: numericType,
    begin(type) {
        const sum = new RunningSum(type);
        return { add: (value) => sum.add(value), result: () => (sum.count === 0 ? null : sum.total) };
    },
});
