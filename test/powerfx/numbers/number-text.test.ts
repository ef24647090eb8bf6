import fc from 'fast-check';
import { findCulture } from '../../../local/powerfx/culture';
import { printFloat } from '../../../local/powerfx/numbers/float-text';
import { readDecimal, readFloat } from '../../../local/powerfx/numbers/number-text';

function numbersOf(name: string) {
    const culture = findCulture(name);
    if (!culture) {
        throw new Error(`There is no culture ${name}.`);
    }
    return culture.numbers;
}

const english = numbersOf('en-US');

describe('a number in text', () => {
    test.each([
        ['1,250.5', '1250.5'],
        ['  -7 ', '-7'],
        ['7-', '-7'],
        ['(7)', '-7'],
        ['$ 7.25', '7.25'],
        ['7.25 $', '7.25'],
        ['- 25%', '-0.25'],
        ['% 25', '0.25'],
        ['.5', '0.5'],
        ['5.', '5'],
        ['2.5E-3', '0.0025'],
    ])('%s is %s', (text, number) => {
        expect(String(readDecimal(text, english))).toBe(number);
        expect(String(readFloat(text, english))).toBe(number);
    });

    test.each(['', ' ', 'x', '1 2', '1.2.3', '--1', '+-1', '(1', '1)', '(-1)', '5%%', '%5%', '1e', '1,5€', '.'])(
        '"%s" is none',
        (text) => {
            expect(readDecimal(text, english)).toBeUndefined();
            expect(readFloat(text, english)).toBeUndefined();
        },
    );

    test.each([
        ['fr-FR', '1 234,5 €', '1234.5'],
        ['de-DE', '-1.234,5', '-1234.5'],
        ['en-IN', '₹12,34,567.8', '1234567.8'],
        ['en-GB', '£3', '3'],
    ])('is read as written in %s', (culture, text, number) => {
        expect(String(readDecimal(text, numbersOf(culture)))).toBe(number);
    });

    test('is none where it does not fit', () => {
        expect(readDecimal('1e29', english)).toBeUndefined();
        expect(readFloat('1e309', english)).toBeUndefined();
        expect(readFloat('1e29', english)).toBe(1e29);
    });
});

describe('a floating-point number printed', () => {
    test.each([
        [0.1 + 0.2, '0.30000000000000004'],
        [-0, '0'],
        [1e14, '100000000000000'],
        [1e15, '1E+15'],
        [1.5e-5, '1.5E-05'],
        [0.0001, '0.0001'],
        [-2.5e100, '-2.5E+100'],
    ])('%d is %s', (value, text) => {
        expect(printFloat(value)).toBe(text);
    });

    test('reads as the same number', () => {
        fc.assert(
            fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
                expect(readFloat(printFloat(value), english)).toBe(value === 0 ? 0 : value);
            }),
        );
    });
});
