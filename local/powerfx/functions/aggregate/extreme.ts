import { Decimal } from '../../numbers/decimal';
import type { Type } from '../../types';
import { DateTimeValue, DateValue, TimeValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { aggregateFunction, numericType } from './aggregate-function';

function compare(left: Value, right: Value): number {
    if (left instanceof Decimal && right instanceof Decimal) {
        return left.compare(right);
    }
    const [one, other] = [left, right].map((value) =>
        value instanceof DateValue || value instanceof DateTimeValue || value instanceof TimeValue
            ? value.milliseconds
            : Number(value),
    );
    return (one ?? 0) - (other ?? 0);
}

/** Dates and times stay what they are; anything else is compared as a number. */
function comparableType(given: Type): Type {
    switch (given.kind) {
        case 'Date':
        case 'DateTime':
        case 'DateTimeNoTimeZone':
        case 'Time':
            return given;
        default:
            return numericType(given);
    }
}

/** @param sign 1 for the greatest, -1 for the least. */
function extremeFunction(name: string, sign: 1 | -1): FunctionDefinition {
    return aggregateFunction({
        name,
        typeFor: comparableType,
        begin() {
            let best: Value = null;
            return {
                add(value) {
                    if (best === null || compare(value, best) * sign > 0) {
                        best = value;
                    }
                },
                result: () => best,
            };
        },
    });
}

/** `Max(a, b, …)` or `Max(table, formula)`: the greatest of what is not blank. */
export const max = extremeFunction('Max', 1);

/** `Min(a, b, …)` or `Min(table, formula)`: the least of what is not blank. */
export const min = extremeFunction('Min', -1);
