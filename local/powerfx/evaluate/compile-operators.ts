import type { BoundBinary, BoundUnary } from '../binding/bound-node';
import { findCulture } from '../culture';
import { Decimal } from '../numbers/decimal';
import {
    calculatedChoice,
    ChoiceValue,
    DateTimeValue,
    DateValue,
    ErrorValue,
    joinErrors,
    TableValue,
    TimeValue,
    type Value,
} from '../values';
import { decimalArithmetic, numberArithmetic } from './arithmetic';
import { dateSums, negateDate } from './date-arithmetic';
import { areEqual, compareValues } from './equality';
import type { Evaluate } from './frame';
import { isInTable, isInText } from './membership';
import type { RunContext } from './run-context';

/** Runs both operands; what errors they give is the result. */
function strict(
    left: Evaluate,
    right: Evaluate,
    apply: (left: Value, right: Value, run: RunContext) => Value,
): Evaluate {
    return (frame) => {
        const first = left(frame);
        const second = right(frame);
        if (first instanceof ErrorValue) {
            return second instanceof ErrorValue ? joinErrors([first, second]) : first;
        }
        return second instanceof ErrorValue ? second : apply(first, second, frame.run);
    };
}

export function compileUnary({ operation }: BoundUnary, operand: Evaluate): Evaluate {
    const apply = unaryOperations[operation];
    return (frame) => {
        const value = operand(frame);
        return value instanceof ErrorValue ? value : apply(value);
    };
}

const hundred = Decimal.ofInteger(100);

const unaryOperations: Record<BoundUnary['operation'], (value: Value) => Value> = {
    not: (value) => value !== true,
    negateDecimal: (value) => (value instanceof Decimal ? value.negate() : Decimal.zero),
    negateNumber: (value) => (typeof value === 'number' ? -value : 0),
    negateDate: (value) => (value instanceof DateValue || value instanceof DateTimeValue ? negateDate(value) : null),
    negateTime: (value) => (value instanceof TimeValue ? new TimeValue(-value.milliseconds) : null),
    percentDecimal: (value) => (value instanceof Decimal ? (value.dividedBy(hundred) ?? null) : Decimal.zero),
    percentNumber: (value) => (typeof value === 'number' ? value / 100 : 0),
};

export function compileBinary(node: BoundBinary, left: Evaluate, right: Evaluate): Evaluate {
    const { operation, type } = node;
    switch (operation.kind) {
        case 'decimal': {
            const apply = decimalArithmetic[operation.operator];
            return strict(left, right, (first, second) =>
                apply((first ?? Decimal.zero) as Decimal, (second ?? Decimal.zero) as Decimal),
            );
        }
        case 'number': {
            const apply = numberArithmetic[operation.operator];
            return strict(left, right, (first, second) => apply((first ?? 0) as number, (second ?? 0) as number));
        }
        case 'dateAndTime': {
            const apply = dateSums[operation.sum];
            return (frame) => {
                const first = left(frame);
                const second = right(frame);
                if (first instanceof ErrorValue) {
                    return second instanceof ErrorValue ? joinErrors([first, second]) : first;
                }
                return second instanceof ErrorValue ? second : apply(first, second, frame.run);
            };
        }
        case 'concatenate':
            return strict(left, right, (first, second) => concatenate(first, second, type));
        case 'logical':
            return operation.operator === 'and' ? compileAnd(left, right) : compileOr(left, right);
        case 'equality':
            return compileEquality(node, operation.isNegated, left, right);
        case 'order':
            return compileOrder(node, operation.operator, left, right);
        case 'in': {
            const { isExact, container } = operation;
            if (container === 'text') {
                return strict(left, right, (first, second, run) =>
                    isInText((first ?? '') as string, (second ?? '') as string, isExact, languageOf(run)),
                );
            }
            return strict(left, right, (first, second, run) =>
                second instanceof TableValue ? isInTable(first, second, isExact, languageOf(run)) : false,
            );
        }
    }
}

/** A language tag for the case of letters. */
function languageOf(run: RunContext): string {
    return findCulture(run.culture)?.name || 'en';
}

function concatenate(first: Value, second: Value, type: BoundBinary['type']): Value {
    const joined = String(textOf(first)) + String(textOf(second));
    return type.kind === 'Choice' ? calculatedChoice(type.set, joined) : joined;
}

function textOf(value: Value): string {
    return value instanceof ChoiceValue ? String(value.option.value) : typeof value === 'string' ? value : '';
}

function compileAnd(left: Evaluate, right: Evaluate): Evaluate {
    return (frame) => {
        const first = left(frame);
        if (first instanceof ErrorValue) {
            return first;
        }
        if (first !== true) {
            return false;
        }
        const second = right(frame);
        return second instanceof ErrorValue ? second : second === true;
    };
}

function compileOr(left: Evaluate, right: Evaluate): Evaluate {
    return (frame) => {
        const first = left(frame);
        if (first instanceof ErrorValue || first === true) {
            return first;
        }
        const second = right(frame);
        return second instanceof ErrorValue ? second : second === true;
    };
}

/** Compares values of the two operands' types; neither is an error. */
function equalityOf({ left, right }: BoundBinary): (first: Value, second: Value) => boolean {
    const { kind } = left.type;
    if (kind === right.type.kind) {
        switch (kind) {
            case 'Text':
            case 'Boolean':
            case 'Number':
                return (first, second) => first === second;
            case 'Decimal':
                return (first, second) =>
                    first === second || (first instanceof Decimal && second instanceof Decimal && first.equals(second));
            default:
        }
    }
    return areEqual;
}

function compileEquality(node: BoundBinary, isNegated: boolean, left: Evaluate, right: Evaluate): Evaluate {
    const equal = equalityOf(node);
    if (node.right.kind === 'constant' && !(node.right.value instanceof ErrorValue)) {
        const second = node.right.value;
        return (frame) => {
            const first = left(frame);
            return first instanceof ErrorValue ? first : equal(first, second) !== isNegated;
        };
    }
    return strict(left, right, (first, second) => equal(first, second) !== isNegated);
}

const tests: Record<'<' | '<=' | '>' | '>=', (comparison: number) => boolean> = {
    '<': (comparison) => comparison < 0,
    '<=': (comparison) => comparison <= 0,
    '>': (comparison) => comparison > 0,
    '>=': (comparison) => comparison >= 0,
};

function compileOrder(node: BoundBinary, operator: '<' | '<=' | '>' | '>=', left: Evaluate, right: Evaluate): Evaluate {
    const test = tests[operator];
    const compare = (first: Value, second: Value): boolean => {
        if (first instanceof Decimal && second instanceof Decimal) {
            return test(first.compare(second));
        }
        if (first === null || second === null) {
            // Blank counts as 0 of the other operand's kind.
            return test(first === second ? 0 : first === null ? -compareToZero(second) : compareToZero(first));
        }
        return test(compareValues(first, second));
    };
    if (node.right.kind === 'constant' && !(node.right.value instanceof ErrorValue)) {
        const second = node.right.value;
        return (frame) => {
            const first = left(frame);
            return first instanceof ErrorValue ? first : compare(first, second);
        };
    }
    return strict(left, right, compare);
}

function compareToZero(value: Value): number {
    if (value instanceof Decimal) {
        return value.sign;
    }
    if (typeof value === 'number') {
        return value;
    }
    return compareValues(value, new TimeValue(0));
}
