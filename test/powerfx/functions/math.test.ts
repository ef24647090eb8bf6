import fc from 'fast-check';
import { printed } from './printed';

const divisionByZero = 'Error({Kind:ErrorKind.Div0})';
const numeric = 'Error({Kind:ErrorKind.Numeric})';
const invalidArgument = 'Error({Kind:ErrorKind.InvalidArgument})';

describe('a mathematical function', () => {
    test.each([
        ['Abs(-4.20)', '4.2'],
        ['Abs(Float(-4.5))', '4.5'],
        ['Int(-7.25)', '-8'],
        ['Int("7.25")', '7'],
        ['Trunc(-7.25)', '-7'],
        ['Trunc(7.259, 2)', '7.25'],
        ['Round(7.455, 2)', '7.46'],
        ['Round(-7.455, 2)', '-7.46'],
        ['Round(1750, -3)', '2000'],
        ['Round(Float(1.005), 2)', '1.01'],
        ['RoundUp(7.001, 2)', '7.01'],
        ['RoundUp(-7.001, 2)', '-7.01'],
        ['RoundDown(7.999, 2)', '7.99'],
        ['RoundDown(-1999, -3)', '-1000'],
        ['Mod(11, 4)', '3'],
        ['Mod(-11, 4)', '1'],
        ['Mod(11, -4)', '-1'],
        ['Mod(Float(7.5), 2)', '1.5'],
        ['Power(3, 4)', '81'],
        ['Power(Blank(), Blank())', '1'],
        ['Sqrt(6.25)', '2.5'],
        ['Exp(0)', '1'],
        ['Ln(1)', '0'],
        ['Log(1000)', '3'],
        ['Log(32, 2)', '5'],
        ['Pi()', '3.141592653589793'],
        ['Cos(0)', '1'],
        ['Sin(0)', '0'],
        ['Tan(0)', '0'],
        ['Acos(1)', '0'],
        ['Asin(0)', '0'],
        ['Atan(0)', '0'],
        ['Acot(0)', '1.5707963267948966'],
        ['Atan2(5, 0)', '0'],
        ['Round(Cot(0.5), 6)', '1.830488'],
        ['Degrees(Pi() / 2)', '90'],
        ['Round(Radians(90), 6)', '1.570796'],
        ['Dec2Hex(4095)', '"FFF"'],
        ['Dec2Hex(10, 3)', '"00A"'],
        ['Dec2Hex(-2)', '"FFFFFFFFFE"'],
        ['Hex2Dec("7f")', '127'],
        ['Hex2Dec("FFFFFFFFFE")', '-2'],
        ['Hex2Dec("")', '0'],
        ['Rand()', '0.5'],
        ['RandBetween(1, 6)', '4'],
        ['RandBetween(2.5, 3.5)', '3'],
    ])('%s is %s', (formula, value) => {
        expect(printed(formula)).toBe(value);
    });

    test.each([
        ['Mod(5, 0)', divisionByZero],
        ['Power(0, -2)', divisionByZero],
        ['Power(-2, 0.5)', numeric],
        ['Power(10, 400)', numeric],
        ['Sqrt(-4)', numeric],
        ['Ln(0)', numeric],
        ['Log(5, 1)', divisionByZero],
        ['Log(5, 0)', numeric],
        ['Exp(1000)', numeric],
        ['Asin(2)', numeric],
        ['Cot(0)', divisionByZero],
        ['Atan2(0, 0)', divisionByZero],
        ['Dec2Hex(4095, 2)', numeric],
        ['Dec2Hex(1, 11)', numeric],
        ['Dec2Hex(549755813888)', numeric],
        ['Hex2Dec("XY")', numeric],
        ['RandBetween(3, 2)', numeric],
        ['RoundUp(79228162514264337593543950335, -1)', numeric],
        ['Abs("four")', invalidArgument],
        ['Round(1 / 0, 2)', divisionByZero],
    ])('%s is an error: %s', (formula, error) => {
        expect(printed(formula)).toBe(error);
    });

    test.each([
        ['Abs([-1, 2])', 'Table({Value:1},{Value:2})'],
        ['Round([1.26, 2.34], 1)', 'Table({Value:1.3},{Value:2.3})'],
        ['Round(1.256, [1, 2])', 'Table({Value:1.3},{Value:1.26})'],
        ['Sqrt([4, -4])', `Table({Value:2},{Value:${numeric}})`],
        ['Mod([7, 8], [4, 5])', 'Table({Value:3},{Value:3})'],
        ['Dec2Hex([10, 11])', 'Table({Value:"A"},{Value:"B"})'],
    ])('%s takes a table and gives one: %s', (formula, table) => {
        expect(printed(formula)).toBe(table);
    });

    test('is refused where a number cannot be', () => {
        expect(printed('Abs({amount: 1})')).toContain("The function 'Abs' has some invalid arguments.");
        expect(printed('Sqrt([])')).toContain('expected a one-column table');
    });

    test('keeps all digits of decimal numbers', () => {
        fc.assert(
            fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.integer({ min: 1, max: 8 }), (units, places) => {
                const text = units.toString().padStart(places + 1, '0');
                const number = `${text.slice(0, -places)}.${text.slice(-places)}`;
                expect(printed(`Abs(-${number}) = ${number} && Round(${number}, ${places}) = ${number}`)).toBe('true');
            }),
            { numRuns: 50 },
        );
    });

    test('rounds floating-point numbers as it rounds decimal ones', () => {
        // Beyond some sixty the trace that counts as the middle is finer than the numbers themselves.
        fc.assert(
            fc.property(fc.integer({ min: -6e4, max: 6e4 }), fc.integer({ min: -2, max: 3 }), (thousandths, places) => {
                const number = `${thousandths}e-3`;
                const rounded = printed(`Round(Float("${number}"), ${places})`);
                expect(Number(rounded)).toBeCloseTo(Number(printed(`Round(Decimal("${number}"), ${places})`)), 6);
            }),
            { numRuns: 100 },
        );
    });
});
