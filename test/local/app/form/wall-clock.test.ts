import { aColumn } from './fakes';
import { fromWallClock, parseDay, parseTime, wallClock } from '../../../../local/app/form/fields/wall-clock';

const LOCAL = aColumn('scheduledend', 'DateTime', { dateTimeBehavior: 'UserLocal' });
const DAY_ONLY = aColumn('closedate', 'DateTime', { dateTimeBehavior: 'DateOnly' });

describe('dates as a user writes them', () => {
    it('are read in the order of the locale', () => {
        expect(parseDay('12/31/2026', 'en-US')).toEqual({ year: 2026, month: 12, day: 31 });
        expect(parseDay('31/12/2026', 'fr-FR')).toEqual({ year: 2026, month: 12, day: 31 });
        expect(parseDay('31.12.26', 'de-DE')).toEqual({ year: 2026, month: 12, day: 31 });
        expect(parseDay('2026-12-31', 'en-US')).toEqual({ year: 2026, month: 12, day: 31 });
    });

    it('are refused when there is no such day', () => {
        expect(parseDay('2/30/2026', 'en-US')).toBeUndefined();
        expect(parseDay('tomorrow', 'en-US')).toBeUndefined();
    });

    it('take times in both clocks', () => {
        expect(parseTime('8:30')).toEqual({ hour: 8, minute: 30 });
        expect(parseTime('8:30 PM')).toEqual({ hour: 20, minute: 30 });
        expect(parseTime('12 am')).toEqual({ hour: 0, minute: 0 });
        expect(parseTime('17h05')).toEqual({ hour: 17, minute: 5 });
        expect(parseTime('25:00')).toBeUndefined();
    });

    it('stand for the moment in the zone of the user, or for the bare day', () => {
        const clock = { year: 2026, month: 7, day: 1, hour: 9, minute: 0, second: 0 };
        expect(fromWallClock(LOCAL, clock, 'Europe/Paris').toISOString()).toBe('2026-07-01T07:00:00.000Z');
        expect(wallClock(LOCAL, new Date('2026-07-01T07:00:00Z'), 'Europe/Paris')).toEqual(clock);
        expect(fromWallClock(DAY_ONLY, { ...clock, hour: 0 }, 'Europe/Paris')).toEqual(new Date(2026, 6, 1));
    });
});
