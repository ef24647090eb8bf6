import fc from 'fast-check';
import { printed } from './printed';

const invalidArgument = 'Error({Kind:ErrorKind.InvalidArgument})';
const paris = { timeZone: 'Romance Standard Time' };

describe('a date function', () => {
    test.each([
        ['Date(2024, 2, 29)', 'Date(2024,2,29)'],
        ['Date(2023, 14, 1)', 'Date(2024,2,1)'],
        ['Date(2023, 3, 0)', 'Date(2023,2,28)'],
        ['Time(9, 75, 0)', 'Time(10,15,0,0)'],
        ['Time(23, 30, 0) + Time(1, 0, 0)', 'Time(0,30,0,0)'],
        ['DateTime(2024, 5, 6, 7, 8, 9, 10)', 'DateTime(2024,5,6,7,8,9,10)'],
        ['Year(Date(2024, 5, 6))', '2024'],
        ['Month(Date(2024, 5, 6))', '5'],
        ['Day(Date(2024, 5, 6))', '6'],
        ['Hour(DateTime(2024, 5, 6, 7, 8, 9))', '7'],
        ['Minute(Time(7, 8, 9))', '8'],
        ['Second(Time(7, 8, 9))', '9'],
        ['Year(Blank())', '1900'],
        ['Day(Blank())', '0'],
        ['Now()', 'DateTime(2026,3,10,15,30,0,0)'],
        ['Today()', 'Date(2026,3,10)'],
        ['UTCToday()', 'Date(2026,3,10)'],
        ['IsToday(DateTime(2026, 3, 10, 23, 59, 59))', 'true'],
        ['IsToday(Date(2026, 3, 11))', 'false'],
        ['IsUTCToday(UTCNow())', 'true'],
        ['Weekday(Today())', '3'],
        ['Weekday(Today(), StartOfWeek.Monday)', '2'],
        ['Weekday(Today(), StartOfWeek.MondayZero)', '1'],
        ['WeekNum(Date(2026, 1, 4))', '2'],
        ['WeekNum(Date(2026, 1, 4), StartOfWeek.Monday)', '1'],
        ['WeekNum(Date(2026, 1, 4), Blank())', '2'],
        ['WeekNum(Date(2026, 1, 4), StartOfWeek.MondayZero)', 'Error({Kind:ErrorKind.InvalidArgument})'],
        ['ISOWeekNum(Date(2027, 1, 1))', '53'],
        ['ISOWeekNum(Date(2025, 12, 29))', '1'],
        ['EDate(Date(2024, 1, 31), 1)', 'Date(2024,2,29)'],
        ['EDate(Date(2024, 3, 31), -1)', 'Date(2024,2,29)'],
        ['EOMonth(Date(2024, 1, 10), 1)', 'Date(2024,2,29)'],
        ['TimeZoneOffset()', '0'],
        ['DateAdd(Date(2024, 2, 28), 2)', 'Date(2024,3,1)'],
        ['DateAdd(Date(2024, 1, 31), 1, TimeUnit.Months)', 'Date(2024,2,29)'],
        ['DateAdd(Date(2024, 2, 29), 1, TimeUnit.Years)', 'Date(2025,2,28)'],
        ['DateAdd(DateTime(2024, 1, 1, 0, 0, 0), 90, TimeUnit.Minutes)', 'DateTime(2024,1,1,1,30,0,0)'],
        ['DateAdd(Time(10, 0, 0), 3, TimeUnit.Hours)', 'Time(13,0,0,0)'],
        ['DateDiff(Date(2024, 1, 31), Date(2024, 3, 1))', '30'],
        ['DateDiff(Date(2024, 1, 31), Date(2024, 3, 1), TimeUnit.Months)', '2'],
        ['DateDiff(Date(2024, 12, 31), Date(2025, 1, 1), TimeUnit.Quarters)', '1'],
        ['DateDiff(Date(2024, 12, 31), Date(2025, 1, 1), TimeUnit.Years)', '1'],
        ['DateDiff(Time(9, 59, 59), Time(10, 0, 0), TimeUnit.Hours)', '1'],
        ['DateDiff(Date(2024, 1, 2), Date(2024, 1, 1))', '-1'],
        ['Date(2024, 3, 1) - Date(2024, 2, 1)', '29'],
        ['Date(2024, 3, 1) + Time(6, 30, 0)', 'DateTime(2024,3,1,6,30,0,0)'],
    ])('%s is %s', (formula, value) => {
        expect(printed(formula)).toBe(value);
    });

    test.each([
        'Date(0, 1, 1)',
        'Date(10000, 1, 1)',
        'Date(9999, 13, 1)',
        'Time(1e20, 0, 0)',
        'DateTime(9999, 12, 31, 24, 0, 0)',
        'DateAdd(Date(9999, 12, 31), 1)',
        'EDate(Date(2024, 1, 1), 1e6)',
        'Weekday(Today(), Blank())',
        'Day("no day")',
    ])('%s is an error: the calendar has no such day', (formula) => {
        expect(printed(formula)).toBe(invalidArgument);
    });

    test.each([
        ['Weekday(Today(), 2)', 'Expecting a Enum (StartOfWeek) value instead.'],
        ['DateAdd(Today(), 1, "days")', 'Expecting a Enum (TimeUnit) value instead.'],
        ['Year(true)', 'Expecting a DateTime value instead.'],
        ['Time(8, 0, 0) - Today()', "This operation isn't valid on these types: Time, Date."],
    ])('%s is refused', (formula, message) => {
        expect(printed(formula)).toContain(message);
    });

    test.each([
        [
            'DateAdd([Date(2024, 1, 1)], [1, 2])',
            `Table({Value:Date(2024,1,2)},{Value:Error({Kind:ErrorKind.NotApplicable})})`,
        ],
        ['DateDiff([Date(2024, 1, 1)], Date(2024, 1, 3))', 'Table({Value:2})'],
    ])('%s takes a table and gives one', (formula, table) => {
        expect(printed(formula)).toBe(table);
    });

    test('names months, days and halves of the day in the language of the run', () => {
        expect(printed('Last(Calendar.MonthsLong()).Value', { culture: 'fr-FR' })).toBe('"décembre"');
        expect(printed('First(Calendar.WeekdaysShort()).Value')).toBe('"Sun"');
        expect(printed('Clock.AmPm()')).toBe('Table({Value:"AM"},{Value:"PM"})');
        expect(printed('Clock.IsClock24()', { culture: 'fr-FR' })).toBe('true');
    });
});

describe('where the clock is put forward and back', () => {
    test('a time that the clock skips is the first one after', () => {
        expect(printed('DateTime(2026, 3, 29, 2, 30, 0)', paris)).toBe('DateTime(2026,3,29,3,0,0,0)');
    });

    test('hours are counted as they pass, days by the calendar', () => {
        expect(printed('DateAdd(DateTime(2026, 3, 28, 12, 0, 0), 24, TimeUnit.Hours)', paris)).toBe(
            'DateTime(2026,3,29,13,0,0,0)',
        );
        expect(printed('DateAdd(DateTime(2026, 3, 28, 12, 0, 0), 1)', paris)).toBe('DateTime(2026,3,29,12,0,0,0)');
        expect(
            printed(
                'DateDiff(DateTime(2026, 10, 25, 0, 0, 0), DateTime(2026, 10, 25, 12, 0, 0), TimeUnit.Hours)',
                paris,
            ),
        ).toBe('13');
    });

    test('the offset is that of the day', () => {
        expect(printed('TimeZoneOffset(Date(2026, 1, 15))', paris)).toBe('-60');
        expect(printed('TimeZoneOffset(Date(2026, 7, 15))', paris)).toBe('-120');
        expect(printed('Now()', paris)).toBe('DateTime(2026,3,10,16,30,0,0)');
    });

    test('a day added is taken away again by the calendar', () => {
        fc.assert(
            fc.property(fc.integer({ min: 1, max: 365 }), fc.integer({ min: -500, max: 500 }), (day, count) => {
                const date = `Date(2026, 1, ${day})`;
                expect(printed(`DateAdd(DateAdd(${date}, ${count}), ${-count}) = ${date}`, paris)).toBe('true');
                expect(printed(`DateDiff(${date}, DateAdd(${date}, ${count}))`, paris)).toBe(String(count));
            }),
            { numRuns: 50 },
        );
    });
});
