import { parseDecimal } from '../numbers/decimal-text';
import { Decimal, printValue, type Type, type Value } from '../index';

/** Marks floating-point numbers while values are compared: they need not agree to the last digit. */
const floatMark = '~';

const numberPattern = /~?-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;

/**
 * Whether a value is what is expected, both as text: floating-point numbers within 0.00001 or the 14th digit, all else
 * exactly.
 */
export function agrees(value: Value, type: Type, expected: string): boolean {
    const plain = printValue(value, { type });
    return (
        plain === expected ||
        sameButForNumbers(printValue(value, { type, printNumber: (number) => floatMark + number }), expected)
    );
}

function sameButForNumbers(actual: string, expected: string): boolean {
    let left = 0;
    let right = 0;
    let isInText = false;
    while (left < actual.length && right < expected.length) {
        const actualNumber = isInText ? undefined : numberAt(actual, left);
        const expectedNumber = actualNumber === undefined ? undefined : numberAt(expected, right);
        if (actualNumber !== undefined && expectedNumber !== undefined) {
            if (!sameNumber(actualNumber, expectedNumber)) {
                return false;
            }
            left += actualNumber.length;
            right += expectedNumber.length;
            continue;
        }
        if (actual[left] !== expected[right]) {
            return false;
        }
        if (actual[left] === '"') {
            isInText = !isInText;
        }
        left++;
        right++;
    }
    return left === actual.length && right === expected.length;
}

function numberAt(text: string, position: number): string | undefined {
    if (position > 0 && /[\w'.]/.test(text[position - 1] ?? '')) {
        return undefined;
    }
    numberPattern.lastIndex = position;
    return numberPattern.exec(text)?.[0];
}

function sameNumber(actual: string, expected: string): boolean {
    if (!actual.startsWith(floatMark)) {
        const [one, other] = [parseDecimal(actual), parseDecimal(expected)];
        return one instanceof Decimal && other instanceof Decimal && one.equals(other);
    }
    const one = Number(actual.slice(floatMark.length));
    const other = Number(expected);
    const difference = Math.abs(one - other);
    return difference < 1e-5 || difference <= 1e-14 * Math.max(Math.abs(one), Math.abs(other));
}
