import fc from 'fast-check';
import { existingReading, findTimeZone } from '../../../local/powerfx/dates/time-zone';
import { windowsZones } from '../../../local/powerfx/dates/windows-zones';
import type { TimeZone } from '../../../local/powerfx';

function zone(name: string): TimeZone {
    const found = findTimeZone(name);
    if (!found) {
        throw new Error(`There is no time zone ${name}.`);
    }
    return found;
}

describe('a time zone', () => {
    test('is found by each name that Windows has for one', () => {
        expect(Object.keys(windowsZones).filter((name) => !findTimeZone(name))).toEqual([]);
    });

    test('is not found by a name that nobody has for one', () => {
        expect(findTimeZone('Nowhere Standard Time')).toBeUndefined();
    });

    test('is the same by either name', () => {
        const moment = Date.UTC(2026, 6, 1);
        expect(zone('Pacific Standard Time').fromUtc(moment)).toBe(zone('America/Los_Angeles').fromUtc(moment));
    });

    test('skips an hour when the clock is put forward', () => {
        const clock = zone('Europe/Paris');
        expect(clock.isSkipped(Date.UTC(2026, 2, 29, 2, 0))).toBe(true);
        expect(clock.isSkipped(Date.UTC(2026, 2, 29, 3, 0))).toBe(false);
        expect(existingReading(Date.UTC(2026, 2, 29, 2, 59), clock)).toBe(Date.UTC(2026, 2, 29, 3, 0));
    });

    test('reads an hour that comes twice as the second one', () => {
        expect(zone('Europe/Paris').toUtc(Date.UTC(2026, 9, 25, 2, 30))).toBe(Date.UTC(2026, 9, 25, 1, 30));
    });

    test('shows every moment again that a reading stands for', () => {
        const names = ['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Apia'];
        const minutes = fc.integer({ min: Date.UTC(1980, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 });
        fc.assert(
            fc.property(fc.constantFrom(...names), minutes, (name, minute) => {
                const clock = zone(name);
                const reading = existingReading(minute * 60_000, clock);
                expect(clock.fromUtc(clock.toUtc(reading))).toBe(reading);
            }),
        );
    });
});
