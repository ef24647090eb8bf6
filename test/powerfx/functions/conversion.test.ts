import { printed } from './printed';

const invalidArgument = 'Error({Kind:ErrorKind.InvalidArgument})';
const badLanguage = 'Error({Kind:ErrorKind.BadLanguageCode})';

describe('a conversion', () => {
    test.each([
        ['Value("1,250.75")', '1250.75'],
        ['Value("1.250,75", "de-DE")', '1250.75'],
        ['Value("-12.5 %")', '-0.125'],
        ['Value("(7)")', '-7'],
        ['Value("$ 9.90")', '9.9'],
        ['Value("1e3")', '1000'],
        ['Value("")', 'Blank()'],
        ['Value(true)', '1'],
        ['Value(Date(1900, 1, 1))', '2'],
        ['Value(Time(18, 0, 0))', '0.75'],
        ['Decimal("0.1234567890123456789012345678")', '0.1234567890123456789012345678'],
        ['Float("0.1234567890123456789012345678")', '0.12345678901234568'],
        ['Float(1) / 3', '0.3333333333333333'],
        ['Boolean("TRUE")', 'true'],
        ['Boolean(0)', 'false'],
        ['Value(StartOfWeek.Friday)', '15'],
        ['Boolean(Blank())', 'Blank()'],
        ['IsNumeric("12")', 'true'],
        ['IsNumeric("twelve")', 'false'],
        ['IsNumeric(Today())', 'true'],
        ['GUID()', 'GUID("3f2504e0-4f89-11d3-9a0c-0305e82c3301")'],
        ['GUID("3F2504E04F8911D39A0C0305E82C3301")', 'GUID("3f2504e0-4f89-11d3-9a0c-0305e82c3301")'],
        ['DateValue("July 4, 2026")', 'Date(2026,7,4)'],
        ['DateValue("4/7/2026", "en-GB")', 'Date(2026,7,4)'],
        ['DateValue("Samstag, 4. Juli 2026", "de-DE")', 'Date(2026,7,4)'],
        ['DateValue("")', 'Blank()'],
        ['TimeValue("6:45 PM")', 'Time(18,45,0,0)'],
        ['DateTimeValue("2026-07-04T18:45:00+02:00")', 'DateTime(2026,7,4,16,45,0,0)'],
        ['DateTimeValue("2026-07-04 18:45")', 'DateTime(2026,7,4,18,45,0,0)'],
        ['Language()', '"en-US"'],
    ])('%s is %s', (formula, value) => {
        expect(printed(formula)).toBe(value);
    });

    test.each([
        ['Value("12 apples")', invalidArgument],
        ['Decimal("1e40")', invalidArgument],
        ['Float("1e400")', invalidArgument],
        ['Value("1", "no language")', badLanguage],
        ['DateValue("July 40, 2026")', invalidArgument],
        ['DateValue("Friday, July 4, 2026")', invalidArgument],
        ['TimeValue("25:00")', invalidArgument],
        ['DateValue("7/4/2026", "no language")', badLanguage],
        ['Boolean("maybe")', invalidArgument],
        ['GUID("none")', invalidArgument],
    ])('%s is an error: %s', (formula, error) => {
        expect(printed(formula)).toBe(error);
    });

    test('is refused where nothing can be converted', () => {
        expect(printed('Value({a: 1})')).toContain('Expected text or number.');
        expect(printed('Text([1])')).toContain('Expected text or number.');
        expect(printed('Value("1", 2)')).toContain('Expected text.');
        expect(printed('GUID(1)')).toContain('Expected text.');
    });
});

describe('Text', () => {
    test.each([
        ['Text(12.50)', '"12.5"'],
        ['Text(false)', '"false"'],
        ['Text(Blank())', 'Blank()'],
        ['Text(Date(2026, 7, 4))', '"7/4/2026"'],
        ['Text(Time(18, 45, 0))', '"6:45 PM"'],
        ['Text(Float("1e21"))', '"1E+21"'],
        ['Text(1234.5, "#,##0.00")', '"1,234.50"'],
        ['Text(1234.5, "#,##0.00", "fr-FR")', '"1\u202f234,50"'],
        ['Text(-3, "0;(0);zero")', '"(3)"'],
        ['Text(0, "0;(0);zero")', '"zero"'],
        ['Text(0.256, "0.0%")', '"25.6%"'],
        ['Text(1234567, "0.0,,")', '"1.2"'],
        ['Text(31415, "0.00E+00")', '"3.14E+04"'],
        ['Text(31415, "0.0E+0##")', '"3.1E+04"'],
        ['Text(7, "\\n\\o 000")', '"no 007"'],
        ['Text(Date(2026, 7, 4), "dddd, d mmmm yyyy")', '"Saturday, 4 July 2026"'],
        ['Text(Date(2026, 7, 4), "dddd d mmmm", "fr-FR")', '"samedi 4 juillet"'],
        ['Text(Time(18, 5, 9), "hh:mm:ss")', '"18:05:09"'],
        ['Text(Time(18, 5, 9), "h:mm AM/PM")', '"6:05 PM"'],
        ['Text(DateTime(2026, 7, 4, 1, 2, 3, 45), "mm/dd ss.000")', '"07/04 03.045"'],
        ['Text(46207, "yyyy-mm-dd")', '"2026-07-04"'],
        ['Text(Time(18, 0, 0), "0.00")', '"0.75"'],
        ['Text(Date(2026, 7, 4), DateTimeFormat.LongDate)', '"Saturday, July 4, 2026"'],
        ['Text(Date(2026, 7, 4), DateTimeFormat.ShortDate, "de-DE")', '"04.07.2026"'],
        ['Text(Time(18, 45, 0), DateTimeFormat.ShortTime24)', '"18:45"'],
        ['Text(5, Blank())', '""'],
        ['Text(Blank(), "0")', '"0"'],
    ])('%s is %s', (formula, value) => {
        expect(printed(formula)).toBe(value);
    });

    test('says the moment in UTC', () => {
        expect(printed('Text(DateTime(2026, 7, 4, 12, 0, 0), DateTimeFormat.UTC)', { timeZone: 'Europe/Paris' })).toBe(
            '"2026-07-04T10:00:00.000Z"',
        );
    });

    test('writes as the country of the run does', () => {
        expect(printed('Text(1.5) & " " & Text(Date(2026, 7, 4))', { culture: 'de-DE' })).toBe('"1,5 04.07.2026"');
    });

    test.each(['"[$-fr-FR]0"', '"General"', '"0 ?"', '"hh:mm am/pm"', '"0.0 mm"', '"mmmmm"', '"0;0;0;0"', '"0\\"'])(
        'refuses the format %s where it stands in the formula',
        (format) => {
            expect(printed(`Text(1, ${format})`)).toContain("The function 'Text' has some invalid arguments.");
        },
    );

    test('finds a wrong format out when it runs, if it is put together then', () => {
        expect(printed('Text(1, Lower("GENERAL"))')).toBe(invalidArgument);
        expect(printed('Text(1, Left("0 ?" & Now(), 3))')).toBe(invalidArgument);
        expect(printed('Text(1, "0", "no language")')).toBe(badLanguage);
    });

    test('takes a format only for numbers and dates', () => {
        expect(printed('Text("a", "0")')).toContain("The function 'Text' has some invalid arguments.");
        expect(printed('Text(true, "0")')).toContain("The function 'Text' has some invalid arguments.");
    });
});
