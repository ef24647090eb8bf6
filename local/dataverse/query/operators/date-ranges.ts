/**
 * From "this week" to two points in time. Days, weeks, months and years begin where the asking user's clock says;
 * weeks begin on Sunday, as in an organization with default settings.
 */
import { DataverseError, ErrorCode } from '../../errors';
import { instantOf, isoDate, isoSeconds, startOfDay, wallClockAt, type WallClock } from '../../formatting/zoned-time';
import { sql, type SqlFragment } from '../sql/fragment';
import type { Operand, OperatorScope } from './operator';

/** Present wall clock of the asking user. */
export const clockOf = (scope: OperatorScope): WallClock => wallClockAt(new Date(scope.now), scope.settings.timeZone);

export const isDateOnly = (operand: Operand): boolean => operand.column.dateTimeBehavior === 'DateOnly';

/**
 * A point on the user's clock as `operand` stores it.
 * @throws DataverseError 0x80040203 for points outside the years that a date can have ("last 99999999 years")
 */
export function storedPoint(operand: Operand, clock: WallClock, scope: OperatorScope): string {
    const year = new Date(Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute)).getUTCFullYear();
    // NaN when the number of days is beyond what Date can count.
    if (!(year > 0 && year <= 9999)) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            `The condition on "${operand.column.logicalName}" reaches beyond the years 1 to 9999; use a smaller number.`,
        );
    }
    if (isDateOnly(operand)) return isoDate(clock);
    if (operand.column.dateTimeBehavior === 'TimeZoneIndependent') return isoSeconds(instantOf(clock, 'UTC'));
    return isoSeconds(instantOf(clock, scope.settings.timeZone));
}

/** On or after `from` and before `until`; an absent end is open. */
export function within(
    operand: Operand,
    from: WallClock | undefined,
    until: WallClock | undefined,
    scope: OperatorScope,
): SqlFragment {
    const tests: SqlFragment[] = [];
    if (from) tests.push(sql`${operand.stored} >= ${storedPoint(operand, from, scope)}`);
    if (until) tests.push(sql`${operand.stored} < ${storedPoint(operand, until, scope)}`);
    const [first, second] = tests;
    if (!first) return sql`${operand.stored} IS NOT NULL`;
    return second ? sql`(${first} AND ${second})` : first;
}

/** The beginning of the week that `clock` is in, `weeks` later. */
export function startOfWeek(clock: WallClock, weeks = 0): WallClock {
    const weekday = new Date(Date.UTC(clock.year, clock.month - 1, clock.day)).getUTCDay();
    return startOfDay(clock, weeks * 7 - weekday);
}

export const startOfMonth = (clock: WallClock, months = 0): WallClock => ({
    ...startOfDay(clock),
    month: clock.month + months,
    day: 1,
});

export const startOfYear = (clock: WallClock, years = 0): WallClock => ({
    ...startOfDay(clock),
    year: clock.year + years,
    month: 1,
    day: 1,
});
