/** From a moment (milliseconds of UTC) on, a place's clock is so many milliseconds ahead of UTC. */
interface OffsetPeriod {
    readonly from: number;
    readonly offset: number;
}

/** Clocks before this year ran by the sun or by rules that Windows does not know; they count as of January 1970. */
const firstYear = 1970;
const week = 7 * 86_400_000;

/** How far a place's clock is ahead of UTC, by the time zone data of `Intl`; worked out once per year. */
export class ZoneOffsets {
    private readonly years = new Map<number, readonly OffsetPeriod[]>();
    private readonly format: Intl.DateTimeFormat;

    /** @param zone An IANA name. @throws RangeError when `Intl` does not know it. */
    constructor(zone: string) {
        this.format = new Intl.DateTimeFormat('en-US', {
            timeZone: zone,
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric',
        });
    }

    /** Milliseconds ahead of UTC at a moment of UTC. */
    at(moment: number): number {
        const year = new Date(moment).getUTCFullYear();
        const periods = this.periodsOf(Number.isNaN(year) ? firstYear : Math.max(year, firstYear));
        let offset = periods[0]?.offset ?? 0;
        for (const period of periods) {
            if (moment < period.from) {
                break;
            }
            offset = period.offset;
        }
        return offset;
    }

    private periodsOf(year: number): readonly OffsetPeriod[] {
        let periods = this.years.get(year);
        if (!periods) {
            periods = this.findPeriods(Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
            this.years.set(year, periods);
        }
        return periods;
    }

    private findPeriods(start: number, end: number): OffsetPeriod[] {
        const periods = [{ from: start, offset: this.measure(start) }];
        for (let from = start; from < end; from += week) {
            const to = Math.min(from + week, end);
            const before = this.measure(from);
            const after = this.measure(to);
            if (before !== after) {
                periods.push({ from: this.findChange(from, to, before), offset: after });
            }
        }
        return periods;
    }

    /** The first second with another offset. */
    private findChange(from: number, to: number, before: number): number {
        let [low, high] = [from / 1000, to / 1000];
        while (high - low > 1) {
            const middle = Math.floor((low + high) / 2);
            if (this.measure(middle * 1000) === before) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high * 1000;
    }

    private measure(moment: number): number {
        const parts = this.format.formatToParts(moment);
        const valueOf = (type: Intl.DateTimeFormatPartTypes): number =>
            Number(parts.find((part) => part.type === type)?.value ?? 0);
        const wall = Date.UTC(
            valueOf('year'),
            valueOf('month') - 1,
            valueOf('day'),
            valueOf('hour'),
            valueOf('minute'),
            valueOf('second'),
        );
        return wall - moment;
    }
}
