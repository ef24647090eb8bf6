import fc from 'fast-check';
import { instantOf, isoSeconds, wallClockAt } from '../../../../local/dataverse/formatting/zoned-time';
import { TIME_ZONES } from '../../../../local/dataverse/formatting/time-zones';

const seconds = fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2040, 0) / 1000 });

describe('wall clocks', () => {
    it('lead back to the instant they were read at, in every zone', () => {
        fc.assert(
            fc.property(seconds, fc.constantFrom(...TIME_ZONES.map(({ iana }) => iana)), (second, zone) => {
                const instant = new Date(second * 1000);
                const back = instantOf(wallClockAt(instant, zone), zone);
                // In the hour that comes twice in autumn, either of the two instants shows this clock.
                expect(wallClockAt(back, zone)).toEqual(wallClockAt(instant, zone));
            }),
        );
    });

    it('carry fields that overflow', () => {
        const clock = { year: 2026, month: 14, day: 0, hour: 0, minute: 0, second: 0 };
        expect(isoSeconds(instantOf(clock, 'Europe/Berlin'))).toBe('2027-01-30T23:00:00Z');
    });
});
