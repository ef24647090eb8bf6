import fc from 'fast-check';
import {
    addMonths,
    dayOfWeek,
    daysFromReading,
    isInCalendar,
    isoWeek,
    partsOf,
    readingFromDays,
    readingOfDay,
    weekOfYear,
} from '../../../local/powerfx/dates/calendar';

describe('the calendar', () => {
    test('knows years before 100', () => {
        expect(partsOf(readingOfDay(1, 1, 1))).toMatchObject({ year: 1, month: 1, day: 1 });
        expect(isInCalendar(readingOfDay(1, 1, 1) - 1)).toBe(false);
        expect(isInCalendar(readingOfDay(10000, 1, 1))).toBe(false);
    });

    test('adds months to the last day of a month', () => {
        expect(addMonths(readingOfDay(2024, 1, 31), 13)).toBe(readingOfDay(2025, 2, 28));
        expect(addMonths(readingOfDay(2024, 3, 31), -1)).toBe(readingOfDay(2024, 2, 29));
    });

    test('counts days from 30 December 1899', () => {
        expect(daysFromReading(readingOfDay(1900, 1, 1))).toBe(2);
        expect(readingFromDays(-0.5)).toBe(readingOfDay(1899, 12, 29) + 12 * 3_600_000);
    });

    test('has weeks that follow one another', () => {
        fc.assert(
            fc.property(fc.integer({ min: -100_000, max: 100_000 }), (days) => {
                const day = readingFromDays(days);
                const next = readingFromDays(days + 1);
                expect(dayOfWeek(next)).toBe((dayOfWeek(day) + 1) % 7);
                // Weeks of ISO change on Monday, and only then.
                expect(isoWeek(next) !== isoWeek(day)).toBe(dayOfWeek(next) === 1);
                const isNewYear = partsOf(next).month === 1 && partsOf(next).day === 1;
                expect(weekOfYear(next, 0)).toBe(isNewYear ? 1 : weekOfYear(day, 0) + (dayOfWeek(next) === 0 ? 1 : 0));
            }),
        );
    });
});
