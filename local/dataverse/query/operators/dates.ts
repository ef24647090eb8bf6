/** Named days, weeks, months and years, and single given days. */
import { DataverseError, ErrorCode } from '../../errors';
import { isCalendarDate, startOfDay, wallClockAt, type WallClock } from '../../formatting/zoned-time';
import type { ConditionValue } from '../model';
import { clockOf, startOfMonth, startOfWeek, startOfYear, within } from './date-ranges';
import type { Operator, OperatorScope } from './operator';

type Range = (now: WallClock) => readonly [WallClock | undefined, WallClock | undefined];

const named = (name: string, queryFunction: string, range: Range): Operator => ({
    name,
    values: 'none',
    queryFunction,
    toSql: (operand, _values, scope) => {
        const [from, until] = range(clockOf(scope));
        return within(operand, from, until, scope);
    },
});

/** The day that a value names: `2026-11-21` as it is, a point in time as the user's calendar has it. */
function dayOf(value: ConditionValue, scope: OperatorScope): WallClock {
    const text = String(value ?? '');
    const date = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
    if (!date || !isCalendarDate(Number(date[1]), Number(date[2]), Number(date[3]))) {
        throw new DataverseError(ErrorCode.InvalidArgument, `"${text}" is not a date. Write it as 2026-11-21.`);
    }
    if (/T.*(Z|[+-]\d\d:?\d\d)$/i.test(text)) {
        return startOfDay(wallClockAt(new Date(text), scope.settings.timeZone));
    }
    return { year: Number(date[1]), month: Number(date[2]), day: Number(date[3]), hour: 0, minute: 0, second: 0 };
}

const given = (name: string, queryFunction: string, range: Range): Operator => ({
    name,
    values: 'one',
    queryFunction,
    toSql: (operand, values, scope) => {
        const [from, until] = range(dayOf(values[0] ?? null, scope));
        return within(operand, from, until, scope);
    },
});

export const dateOperators: readonly Operator[] = [
    given('on', 'On', (day) => [day, startOfDay(day, 1)]),
    given('on-or-after', 'OnOrAfter', (day) => [day, undefined]),
    given('on-or-before', 'OnOrBefore', (day) => [undefined, startOfDay(day, 1)]),
    named('yesterday', 'Yesterday', (now) => [startOfDay(now, -1), startOfDay(now)]),
    named('today', 'Today', (now) => [startOfDay(now), startOfDay(now, 1)]),
    named('tomorrow', 'Tomorrow', (now) => [startOfDay(now, 1), startOfDay(now, 2)]),
    named('last-seven-days', 'Last7Days', (now) => [startOfDay(now, -7), startOfDay(now, 1)]),
    named('next-seven-days', 'Next7Days', (now) => [startOfDay(now), startOfDay(now, 8)]),
    named('last-week', 'LastWeek', (now) => [startOfWeek(now, -1), startOfWeek(now)]),
    named('this-week', 'ThisWeek', (now) => [startOfWeek(now), startOfWeek(now, 1)]),
    named('next-week', 'NextWeek', (now) => [startOfWeek(now, 1), startOfWeek(now, 2)]),
    named('last-month', 'LastMonth', (now) => [startOfMonth(now, -1), startOfMonth(now)]),
    named('this-month', 'ThisMonth', (now) => [startOfMonth(now), startOfMonth(now, 1)]),
    named('next-month', 'NextMonth', (now) => [startOfMonth(now, 1), startOfMonth(now, 2)]),
    named('last-year', 'LastYear', (now) => [startOfYear(now, -1), startOfYear(now)]),
    named('this-year', 'ThisYear', (now) => [startOfYear(now), startOfYear(now, 1)]),
    named('next-year', 'NextYear', (now) => [startOfYear(now, 1), startOfYear(now, 2)]),
];
