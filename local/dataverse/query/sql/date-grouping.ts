/**
 * Grouping by day, week, month, quarter or year on the user's calendar. SQLite knows no time zones, so the zone's
 * changes between the first and the last value are written into the expression.
 */
import { notSupportedHere } from '../../errors';
import { instantOf, isoSeconds, wallClockAt } from '../../formatting/zoned-time';
import type { Column } from '../../metadata/types';
import type { SelectedColumn } from '../model';
import { join, raw, sql, type SqlFragment } from './fragment';

type Grouping = NonNullable<SelectedColumn['dateGrouping']>;

const DAY = 86_400_000;

/** Minutes that `timeZone` is ahead of UTC at `instant`. */
function offsetAt(instant: Date, timeZone: string): number {
    const clock = wallClockAt(instant, timeZone);
    return Math.round((instantOf(clock, 'UTC').getTime() - instant.getTime()) / 60_000);
}

/** The minute at which the offset changes between two instants whose offsets differ. */
function changeBetween(low: number, high: number, timeZone: string): number {
    const before = offsetAt(new Date(low), timeZone);
    while (high - low > 60_000) {
        const middle = Math.floor((low + high) / 2);
        if (offsetAt(new Date(middle), timeZone) === before) low = middle;
        else high = middle;
    }
    return Math.ceil(high / 60_000) * 60_000;
}

/** `value` (UTC text) on the clock of `timeZone`, valid from `first` to `last`. */
export function localTimeSql(value: SqlFragment, first: string, last: string, timeZone: string): SqlFragment {
    const cases: SqlFragment[] = [];
    const end = Date.parse(last);
    let at = Date.parse(first);
    let offset = offsetAt(new Date(at), timeZone);
    while (at < end) {
        const next = Math.min(at + 7 * DAY, end);
        const nextOffset = offsetAt(new Date(next), timeZone);
        if (nextOffset !== offset) {
            const change = isoSeconds(new Date(changeBetween(at, next, timeZone)));
            cases.push(sql`WHEN ${value} < ${change} THEN ${`${offset} minutes`}`);
            offset = nextOffset;
        }
        at = next;
    }
    const shift =
        cases.length === 0
            ? sql`${`${offset} minutes`}`
            : sql`CASE ${join(cases, ' ')} ELSE ${`${offset} minutes`} END`;
    return sql`datetime(${value}, ${shift})`;
}

/** The group's number: the day of the month, the week of the year (from 1), the month, the quarter, the year. */
export function dateGroupSql(local: SqlFragment, grouping: Grouping, column: Column): SqlFragment {
    const part = (format: string): SqlFragment => sql`CAST(strftime(${raw(`'${format}'`)}, ${local}) AS INTEGER)`;
    switch (grouping) {
        case 'day':
            return part('%d');
        case 'week':
            // Weeks begin on Sunday and the first one holds the 1st of January.
            return sql`((${part('%j')} + CAST(strftime('%w', ${local}, 'start of year') AS INTEGER) - 1) / 7 + 1)`;
        case 'month':
            return part('%m');
        case 'quarter':
            return sql`((${part('%m')} + 2) / 3)`;
        case 'year':
            return part('%Y');
        case 'fiscal-period':
        case 'fiscal-year':
            throw notSupportedHere(`Grouping "${column.logicalName}" by ${grouping}`);
    }
}
