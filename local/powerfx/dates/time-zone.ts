import type { TimeZone } from '../evaluate/run-context';
import { windowsZones } from './windows-zones';
import { ZoneOffsets } from './zone-offsets';

const dayLength = 86_400_000;

/** UTC, whose clock never changes. */
export const utcZone: TimeZone = {
    name: 'UTC',
    fromUtc: (moment) => moment,
    toUtc: (reading) => reading,
    isSkipped: () => false,
};

const known = new Map<string, TimeZone>([['UTC', utcZone]]);

/**
 * The time zone of this name: one of Windows, such as `Romance Standard Time`, or one of IANA, such as `Europe/Paris`.
 * @returns undefined when there is none of this name.
 */
export function findTimeZone(name: string): TimeZone | undefined {
    const found = known.get(name);
    if (found) {
        return found;
    }
    try {
        const zone = new ZonedClock(name, new ZoneOffsets(windowsZones[name] ?? name));
        known.set(name, zone);
        return zone;
    } catch {
        return undefined;
    }
}

/** The clock of a place whose offset from UTC may change twice a year. */
class ZonedClock implements TimeZone {
    constructor(
        readonly name: string,
        private readonly offsets: ZoneOffsets,
    ) {}

    fromUtc(moment: number): number {
        return moment + this.offsets.at(moment);
    }

    /**
     * The moment of a reading. One that the clock shows twice is the later of the two, in standard time; one that it
     * skips is read with the offset before the change (Microsoft Learn, "TimeZoneInfo.ConvertTimeToUtc").
     */
    toUtc(reading: number): number {
        const before = this.offsets.at(reading - dayLength);
        const after = this.offsets.at(reading + dayLength);
        const isAfter = before !== after && this.offsets.at(reading - after) === after;
        return reading - (isAfter ? after : before);
    }

    isSkipped(reading: number): boolean {
        return this.fromUtc(this.toUtc(reading)) !== reading;
    }
}

/** The reading; where the clock skips it, the first one after the gap, as Power Fx moves dates that do not exist. */
export function existingReading(reading: number, zone: TimeZone): number {
    if (!zone.isSkipped(reading)) {
        return reading;
    }
    const gap = zone.fromUtc(zone.toUtc(reading)) - reading;
    // Clocks change at whole minutes.
    let [existing, skipped] = [Math.floor((reading - gap) / 60_000), Math.floor(reading / 60_000)];
    while (skipped - existing > 1) {
        const middle = Math.floor((existing + skipped) / 2);
        if (zone.isSkipped(middle * 60_000)) {
            skipped = middle;
        } else {
            existing = middle;
        }
    }
    return skipped * 60_000 + gap;
}
