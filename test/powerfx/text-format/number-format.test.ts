import fc from 'fast-check';
import { findCulture, type Culture } from '../../../local/powerfx/culture';
import { Decimal } from '../../../local/powerfx/numbers/decimal';
import { parseDecimal } from '../../../local/powerfx/numbers/decimal-text';
import { formattedDecimal, formattedFloat } from '../../../local/powerfx/text-format/formatted-number';
import { formatNumber } from '../../../local/powerfx/text-format/number-format';
import { prepareFormat } from '../../../local/powerfx/text-format/prepare-format';

function culture(name: string): Culture {
    const found = findCulture(name);
    if (!found) {
        throw new Error(`There is no culture ${name}.`);
    }
    return found;
}

function formatted(number: string, format: string, cultureName = 'en-US'): string | undefined {
    const prepared = prepareFormat(format);
    const value = parseDecimal(number);
    if (!prepared || !(value instanceof Decimal)) {
        return undefined;
    }
    return formatNumber(formattedDecimal(value), prepared.format, culture(cultureName).numbers);
}

describe('a numeric format', () => {
    test.each([
        ['5', '000', '005'],
        ['5', '###', '5'],
        ['0', '###', ''],
        ['5.678', '0.0', '5.7'],
        ['5.65', '0.0', '5.7'],
        ['-5.65', '0.0', '-5.7'],
        ['-0.04', '0.0', '0.0'],
        ['9.99', '0.0', '10.0'],
        ['1234567.5', '#,##0', '1,234,568'],
        ['12', '0,000', '0,012'],
        ['1234567', '#,', '1235'],
        ['1234567', '0.00,,', '1.23'],
        ['0.5', '0%', '50%'],
        ['5551234', '###-####', '555-1234'],
        ['5', '"no. "0', 'no. 5'],
        ['5', '\\#0', '#5'],
        ['5', "0'", "5'"],
        ['0.00042', '0.0E-0', '4.2E-4'],
        ['42000', '0.0e+00', '4.2e+04'],
        ['5', '0;-0;"nothing"', '5'],
        ['-5', '0;-0;"nothing"', '-5'],
        ['0', '0;-0;"nothing"', 'nothing'],
        ['0.001', '0.0;-0.0;"nothing"', 'nothing'],
        ['5', '$0.00', '$5.00'],
    ])('of %s by %s is %s', (number, format, text) => {
        expect(formatted(number, format)).toBe(text);
    });

    test('groups by the sizes of the culture', () => {
        expect(formatted('1234567.8', '#,##0.0', 'hi-IN')).toBe('12,34,567.8');
        expect(formatted('1234567.8', '#,##0.0', 'de-DE')).toBe('1.234.567,8');
    });

    test('keeps 15 digits of a floating-point number', () => {
        expect(formatNumber(formattedFloat(1 / 3), '0.000000000000000000', culture('en-US').numbers)).toBe(
            '0.333333333333333000',
        );
    });

    test.each(['?', '[Red]0', '0*', '_0', '@', 'General', 'g', '/0', '0/0', '0;0;0;0', '0E', '"0', '0\\', '0E+0.0'])(
        'refuses %s',
        (format) => {
            expect(prepareFormat(format)).toBeUndefined();
        },
    );

    test('with so many places rounds as numbers are rounded', () => {
        fc.assert(
            fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 6 }), (units, places) => {
                const number = `${units}e-3`;
                const text = formatted(number, `0.${'0'.repeat(places)}`);
                expect(Number(text)).toBeCloseTo(units / 1000, places - 1);
                expect(text?.split('.')[1]).toHaveLength(places);
            }),
        );
    });

    test('is taken or refused, whatever people write', () => {
        fc.assert(
            fc.property(fc.string({ maxLength: 20 }), (format) => {
                const prepared = prepareFormat(format);
                expect(prepared === undefined || typeof prepared.format === 'string').toBe(true);
            }),
        );
    });
});
