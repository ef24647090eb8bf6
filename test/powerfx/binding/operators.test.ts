import { Decimal, Types } from '../../../local/powerfx';
import { MemoryHost } from '../../../local/powerfx/cases/memory-host';
import { printed, refusals } from '../formula-runner';

test.each([
    ['1 + "2"', '3'],
    ['"1" & 2 & true', '"12true"'],
    ['true + 1', '2'],
    ['0.1 + 0.2 = 0.3', 'true'],
    ['Float(0.1) + Float(0.2) = Float(0.3)', 'false'],
    ['1 / 3 * 3', '0.9999999999999999999999999999'],
    ['2 ^ 0.5 > 1.41', 'true'],
    ['50% * 10', '5'],
    ['-2 ^ 2', '-4'],
    ['Date(2024, 3, 1) - Date(2024, 2, 1)', '29'],
    ['Date(2024, 1, 31) + 1', 'Date(2024,2,1)'],
    ['Date(2024, 1, 31) + Time(6, 0, 0)', 'DateTime(2024,1,31,6,0,0,0)'],
    ['Time(1, 0, 0) + Time(1, 30, 0)', 'Time(2,30,0,0)'],
    ['Date(1900, 1, 1) * 2', '4'],
    ['Date(2024, 1, 1) < DateTime(2024, 1, 1, 0, 0, 1)', 'true'],
    ['"b" in "ABC"', 'true'],
    ['"b" exactin "ABC"', 'false'],
    ['2 in [1, 2]', 'true'],
    ['{a: 1} in [{a: 2}, {a: 1}]', 'true'],
    ['ErrorKind.Div0 < 20', 'true'],
    ['ErrorKind.Div0 = 13', 'true'],
    ['Match.Digit & "x"', 'Match.CalculatedOptionSetValue'],
    ['Text(Match.Digit & "x")', '"\\dx"'],
    ['Blank() < ParseJSON("2")', 'true'],
])('%s is %s', (text, expected) => {
    expect(printed(text)).toBe(expected);
});

test.each([
    ['blank is 0 in sums', 'Blank() + 2', '2'],
    ['blank is empty text beside text', '"a" & Blank()', '"a"'],
    ['blank equals blank', 'Blank() = Blank()', 'true'],
    ['blank does not equal 0', 'Blank() = 0', 'false'],
    ['blank is 0 when it is ordered', 'Blank() < 1', 'true'],
    ['blank is false to logic', 'Blank() || false', 'false'],
    ['dividing by blank is dividing by 0', '1 / Blank()', 'Error({Kind:ErrorKind.Div0})'],
])('%s', (_name, text, expected) => {
    expect(printed(text)).toBe(expected);
});

test.each([
    ['false && 1 / 0 = 1', 'false'],
    ['true || 1 / 0 = 1', 'true'],
    ['1 / 0 = 1 && false', 'Error({Kind:ErrorKind.Div0})'],
    ['1 / 0 + Sqrt(-1)', 'Error(Table({Kind:ErrorKind.Div0},{Kind:ErrorKind.Numeric}))'],
    ['"abc" + 1', 'Error({Kind:ErrorKind.InvalidArgument})'],
    ['79228162514264337593543950335 + 1', 'Error({Kind:ErrorKind.Numeric})'],
    ['1 - Date(2024, 1, 1)', 'Error({Kind:ErrorKind.NotSupported})'],
])('%s gives %s, and errors go no further than they are asked for', (text, expected) => {
    expect(printed(text)).toBe(expected);
});

test.each([
    [
        '2 ^ Date(2024, 1, 1)',
        '4-20 Invalid argument type. Expecting one of the following: Number, Decimal, Text, Boolean, Dynamic.',
    ],
    ['ParseJSON("1") < ParseJSON("2")', "15-16 This operation isn't valid on these types: Dynamic, Dynamic."],
    [
        'ParseJSON("1") = ParseJSON("1")',
        "15-16 Incompatible types for comparison. These types can't be compared: Dynamic, Dynamic.",
    ],
    ['1 = "1"', "2-3 Incompatible types for comparison. These types can't be compared: Decimal, Text."],
    ['{a: 1} = {a: 1}', "7-8 Incompatible types for comparison. These types can't be compared: Record, Record."],
    [
        'true < false',
        '0-4 Invalid argument type. Expecting one of the following: Number, Decimal, Date, Time, DateTime, Dynamic.',
    ],
    ['Time(1, 0, 0) - Date(2024, 1, 1)', "14-15 This operation isn't valid on these types: Time, Date."],
    ['1 in {a: 1}', '5-11 Invalid argument type. Cannot use Record values in this context.'],
    ['1 in Table({a: 1, b: 2})', '5-24 Invalid schema, expected a one-column table.'],
    [
        'SortOrder.Ascending = TimeUnit.Days',
        "20-21 Incompatible types for comparison. These types can't be compared: Enum (SortOrder), Enum (TimeUnit).",
    ],
])('%s is refused where the fault is', (text, expected) => {
    expect(refusals(text)).toContain(expected);
});

test('decimals and floating-point numbers meet as floating-point ones', () => {
    const host = new MemoryHost();
    host.add('exact', Types.Decimal, Decimal.ofParts(1, 1) ?? null);
    host.add('near', Types.Number, 0.1);
    expect(printed('exact = near', host)).toBe('true');
    expect(printed('IsBlank(exact + near)', host)).toBe('false');
});
