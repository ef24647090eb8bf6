import fc from 'fast-check';
import { printed } from './printed';

describe('an aggregate function', () => {
    test.each([
        ['Sum(1, "2", true)', '4'],
        ['Sum(0.1, 0.2)', '0.3'],
        ['Sum(1, Blank())', '1'],
        ['Sum(Filter([1], false), Value)', 'Blank()'],
        ['Sum(Table({p: 2, q: 3}, {p: 4, q: 5}), p * q)', '26'],
        ['Sum([1, 1 / 0], Value)', 'Error({Kind:ErrorKind.Div0})'],
        ['Sum(1 / 0, Sqrt(-1))', 'Error(Table({Kind:ErrorKind.Div0},{Kind:ErrorKind.Numeric}))'],
        ['Average(1, 2, Blank())', '1.5'],
        ['Average(Filter([1], false), Value)', 'Error({Kind:ErrorKind.Div0})'],
        ['Min(4, -2, 9)', '-2'],
        ['Max([4, 11, 9], Value)', '11'],
        ['Max(Date(2026, 1, 2), Date(2025, 12, 31))', 'Date(2026,1,2)'],
        ['Min(Date(2026, 1, 2), 0)', 'Date(1899,12,30)'],
        ['Min(Time(8, 0, 0), Time(7, 30, 0))', 'Time(7,30,0,0)'],
        ['Max(Filter([1], false), Value)', 'Blank()'],
        ['VarP(2, 4, 4, 4, 5, 5, 7, 9)', '4'],
        ['StdevP([2, 4, 4, 4, 5, 5, 7, 9], Value)', '2'],
    ])('%s gives %s', (formula, expected) => {
        expect(printed(formula)).toBe(expected);
    });

    test('a table alone cannot be added up', () => {
        expect(printed('Sum([1, 2])')).toContain('Invalid argument type (Table). Expecting a Decimal value instead.');
    });

    test('the forms over scalars and over a table agree', () => {
        fc.assert(
            fc.property(
                fc.constantFrom('Sum', 'Average', 'Min', 'Max', 'VarP'),
                fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 6 }),
                (name, numbers) => {
                    const list = numbers.join(', ');
                    expect(printed(`${name}([${list}], Value)`)).toBe(printed(`${name}(${list})`));
                },
            ),
            { numRuns: 40 },
        );
    });
});
