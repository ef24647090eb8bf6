import fc from 'fast-check';
import { Decimal } from '../../../local/powerfx/numbers/decimal';
import { decimalFromFloat, floatFromDecimal } from '../../../local/powerfx/numbers/decimal-float';
import { roundDecimal } from '../../../local/powerfx/numbers/decimal-rounding';
import { parseDecimal } from '../../../local/powerfx/numbers/decimal-text';

function decimal(text: string): Decimal {
    const value = parseDecimal(text);
    if (!(value instanceof Decimal)) {
        throw new Error(`${text} is no decimal number`);
    }
    return value;
}

const greatest = '79228162514264337593543950335';

/** Numbers of every size: small ones, which compute without big integers, and ones of up to 28 digits. */
const anyDecimal = fc
    .tuple(fc.oneof(fc.integer(), fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n })), fc.integer({ min: 0, max: 14 }))
    .map(([coefficient, scale]) => Decimal.ofParts(coefficient, scale) ?? Decimal.zero);

describe('a decimal number', () => {
    test.each([
        ['1.0000000000000000000000001', '2', '2.0000000000000000000000002'],
        ['0.1', '0.2', '0.02'],
        ['-1.5', '4', '-6'],
    ])('%s times %s is %s', (left, right, product) => {
        expect(String(decimal(left).times(decimal(right)))).toBe(product);
    });

    test.each([
        ['1', '3', '0.3333333333333333333333333333'],
        ['2', '3', '0.6666666666666666666666666667'],
        ['10', '4', '2.5'],
        [greatest, '0.1', 'undefined'],
    ])('%s divided by %s is %s', (left, right, quotient) => {
        expect(String(decimal(left).dividedBy(decimal(right)))).toBe(quotient);
    });

    test('keeps the sign of the dividend in a remainder', () => {
        expect(String(decimal('-7.5').remainder(decimal('2')))).toBe('-1.5');
        expect(String(decimal('7.5').remainder(decimal('-2')))).toBe('1.5');
    });

    test('gives no sum that does not fit, and rounds places that do not fit', () => {
        expect(decimal(greatest).plus(Decimal.one)).toBeUndefined();
        expect(String(decimal(greatest).plus(decimal('0.4')))).toBe(greatest);
    });

    test.each([
        ['1.50', '1.5'],
        ['-0.0', '0'],
        ['.5', '0.5'],
        ['24e3', '24000'],
        ['1.234567890123456789012345678912345', '1.2345678901234567890123456789'],
    ])('written %s prints as %s', (text, printed) => {
        expect(String(decimal(text))).toBe(printed);
    });

    test('is told from a text that is no number, and from a number too large', () => {
        expect(parseDecimal('1,5')).toBeUndefined();
        expect(parseDecimal('.')).toBeUndefined();
        expect(parseDecimal('1e50')).toBe('overflow');
    });

    test('adds and takes away exactly', () => {
        fc.assert(
            fc.property(anyDecimal, anyDecimal, (left, right) => {
                const sum = left.plus(right);
                expect(sum && String(sum.minus(right))).toBe(String(left));
            }),
        );
    });

    test('compares as the sign of the difference says', () => {
        fc.assert(
            fc.property(anyDecimal, anyDecimal, (left, right) => {
                expect(Math.sign(left.compare(right))).toBe(left.minus(right)?.sign);
                expect(left.equals(right)).toBe(left.compare(right) === 0);
            }),
        );
    });

    test('is the quotient times the divisor and the remainder', () => {
        fc.assert(
            fc.property(fc.integer(), fc.integer(), (dividend, divisor) => {
                fc.pre(divisor !== 0);
                const left = Decimal.ofInteger(dividend);
                const right = Decimal.ofInteger(divisor);
                const quotient = roundDecimal(left.dividedBy(right) ?? Decimal.zero, 0, 'down') ?? Decimal.zero;
                expect(String(quotient.times(right)?.plus(left.remainder(right)))).toBe(String(left));
            }),
        );
    });

    test('reads what it prints', () => {
        fc.assert(
            fc.property(anyDecimal, (value) => {
                expect(decimal(String(value)).equals(value)).toBe(true);
            }),
        );
    });
});

describe('rounding a decimal number', () => {
    test.each([
        ['2.5', 0, '3', '3', '2', '2'],
        ['-2.5', 0, '-3', '-3', '-2', '-3'],
        ['2.345', 2, '2.35', '2.35', '2.34', '2.34'],
        ['1250', -2, '1300', '1300', '1200', '1200'],
        [
            '10000000001.0000000101',
            8,
            '10000000001.00000001',
            '10000000001.00000002',
            '10000000001.00000001',
            undefined,
        ],
        ['1.2', 30, '1.2', '1.2', '1.2', '1.2'],
    ] as const)('%s to %i places', (text, places, nearest, up, down, floor) => {
        const value = decimal(text);
        expect(String(roundDecimal(value, places, 'nearest'))).toBe(nearest);
        expect(String(roundDecimal(value, places, 'up'))).toBe(up);
        expect(String(roundDecimal(value, places, 'down'))).toBe(down);
        if (floor !== undefined) {
            expect(String(roundDecimal(value, places, 'floor'))).toBe(floor);
        }
    });

    test('never moves a number by more than the unit', () => {
        fc.assert(
            fc.property(anyDecimal, fc.integer({ min: -5, max: 10 }), (value, places) => {
                const unit = Decimal.ofParts(1, places) ?? Decimal.zero;
                const rounded = roundDecimal(value, places, 'nearest') ?? Decimal.zero;
                const moved = rounded.minus(value)?.abs().times(Decimal.ofInteger(2)) ?? unit;
                expect(moved.compare(unit)).toBeLessThanOrEqual(0);
            }),
        );
    });
});

describe('a floating-point number as a decimal one', () => {
    test.each([
        [0.1 + 0.2, '0.3'],
        [1e28, '10000000000000000000000000000'],
        [123456789012345.67 * 1000, '123456789012346000'],
        [-1.5, '-1.5'],
        [1e-30, '0'],
        [1e30, 'undefined'],
        [Number.NaN, 'undefined'],
    ])('%d is %s', (value, printed) => {
        expect(String(decimalFromFloat(value))).toBe(printed);
    });

    test('comes back the same while it has 15 digits', () => {
        fc.assert(
            fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: 0, max: 10 }), (integer, places) => {
                const value = Number(`${integer}e-${places}`);
                expect(floatFromDecimal(decimalFromFloat(value) ?? Decimal.zero)).toBe(value === 0 ? 0 : value);
            }),
        );
    });
});
