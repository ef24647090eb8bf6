import type { DateCulture } from '../culture/culture';

/** The time of day in a text, and what is left of the text. */
export interface TimeInText {
    /** Since midnight, whole. */
    readonly milliseconds: number;
    /** Ten-thousandths of a millisecond beyond those. */
    readonly ticks: number;
    readonly isGiven: boolean;
    /** Milliseconds ahead of UTC, when the text says so. */
    readonly offset: number | undefined;
    readonly rest: string;
}

const clockPattern = String.raw`(?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:\.(?<fraction>\d+))?)?`;
const zonePattern = String.raw`(?:\s*(?<zone>Z|GMT|UTC|[+-]\d{1,2}(?::?\d{2})?))?`;

/**
 * Finds the time of day: `17:30`, `5:30:15.5 PM`, `5 PM`, `17:30Z`, `17:30+02:00`.
 * @returns undefined when what looks like a time is none.
 */
export function readTimeOfDay(text: string, culture: DateCulture): TimeInText | undefined {
    const meridiem = `(?:\\s*(?<meridiem>${meridiems(culture)}))`;
    const withMinutes = new RegExp(`(?:^|[\\sT])${clockPattern}${meridiem}?${zonePattern}(?=$|[\\s,])`, 'iu');
    const hourOnly = new RegExp(`(?:^|\\s)(?<hour>\\d{1,2})${meridiem}(?=$|[\\s,])`, 'iu');
    const match = withMinutes.exec(text) ?? hourOnly.exec(text);
    if (!match) {
        return text.includes(':')
            ? undefined
            : { milliseconds: 0, ticks: 0, isGiven: false, offset: undefined, rest: text };
    }
    const groups: Record<string, string | undefined> = match.groups ?? {};
    const hour = hourOf(Number(groups.hour), groups.meridiem, culture);
    const minute = Number(groups.minute ?? 0);
    const second = Number(groups.second ?? 0);
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
    if (hour === undefined || minute > 59 || second > 59 || rest.includes(':')) {
        return undefined;
    }
    const fraction = (groups.fraction ?? '').padEnd(7, '0');
    return {
        milliseconds: ((hour * 60 + minute) * 60 + second) * 1000 + Number(fraction.slice(0, 3)),
        ticks: Number(fraction.slice(3, 7)),
        isGiven: true,
        offset: groups.zone ? offsetOf(groups.zone) : undefined,
        rest,
    };
}

function meridiems({ morning, afternoon }: DateCulture): string {
    const escaped = [morning, afternoon].map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    return [...escaped, 'am', 'pm', 'a', 'p'].filter((name) => name !== '').join('|');
}

function hourOf(hour: number, meridiem: string | undefined, culture: DateCulture): number | undefined {
    if (meridiem === undefined) {
        return hour < 24 ? hour : undefined;
    }
    if (hour < 1 || hour > 12) {
        return meridiemIsMorning(meridiem, culture) || hour > 23 ? undefined : hour;
    }
    return (hour % 12) + (meridiemIsMorning(meridiem, culture) ? 0 : 12);
}

function meridiemIsMorning(meridiem: string, culture: DateCulture): boolean {
    const name = meridiem.toLowerCase();
    return name === culture.morning.toLowerCase() || name === 'am' || name === 'a';
}

function offsetOf(zone: string): number {
    const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
    if (!match) {
        return 0;
    }
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
    return (match[1] === '-' ? -minutes : minutes) * 60_000;
}
