import * as fc from 'fast-check';
import { formatDate, formatDateOnly, formatDateTime } from '../../../../local/app/platform/format/format-date';
import { formatMoney, formatNumber, parseNumber } from '../../../../local/app/platform/format/format-number';
import { momentOf, zonedTime } from '../../../../local/app/platform/format/user-time';

const american = { locale: 'en-US', timeZone: 'America/New_York' };
const french = { locale: 'fr-FR', timeZone: 'Europe/Paris' };

describe('Dates', () => {
    it('show in the time zone and the writing of the user, with the whole year', () => {
        expect(formatDateTime('2023-04-18T20:00:00Z', american)).toBe('4/18/2023 4:00 PM');
        expect(formatDateTime('2023-04-18T20:00:00Z', french)).toBe('18/04/2023 22:00');
    });

    it('without time do not move with the time zone', () => {
        expect(formatDateOnly('2023-04-18', american)).toBe('4/18/2023');
        expect(formatDate('2023-04-18T01:00:00Z', american)).toBe('4/17/2023');
    });
});

describe('Time zones', () => {
    it('lead from the clock on the wall to the moment and back, outside the hours around the changes', () => {
        const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2050-01-01'), noInvalidDate: true });
        fc.assert(
            fc.property(
                moment,
                fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'UTC'),
                (date, zone) => {
                    const whole = new Date(Math.floor(date.getTime() / 1000) * 1000);
                    const again = momentOf(zonedTime(whole, zone), zone);
                    // An hour that summer time repeats stands for the first of the two.
                    expect([0, -3_600_000]).toContain(again.getTime() - whole.getTime());
                },
            ),
        );
    });

    it('skip the hour that summer time leaves out', () => {
        const skipped = { year: 2024, month: 3, day: 31, hour: 2, minute: 30, second: 0 };
        expect(momentOf(skipped, 'Europe/Paris').toISOString()).toBe('2024-03-31T01:30:00.000Z');
    });
});

describe('Numbers', () => {
    it('have the separators of the user', () => {
        expect(formatNumber(1234.5, { locale: 'en-US' }, 2)).toBe('1,234.50');
        expect(formatMoney(80000, '$', { locale: 'en-US' })).toBe('$80,000.00');
    });

    it('are read as they are written', () => {
        fc.assert(
            fc.property(
                fc.integer({ min: -1e9, max: 1e9 }),
                fc.constantFrom('en-US', 'fr-FR', 'de-DE'),
                (cents, locale) => {
                    expect(parseNumber(formatNumber(cents / 100, { locale }, 2), { locale })).toBeCloseTo(
                        cents / 100,
                        5,
                    );
                },
            ),
        );
    });

    it('that are none are not guessed', () => {
        expect(parseNumber('', { locale: 'en-US' })).toBeUndefined();
        expect(parseNumber('abc', { locale: 'en-US' })).toBeUndefined();
    });
});
