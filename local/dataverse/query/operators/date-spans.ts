/** "Last x days", "next x months", "older than x weeks". */
import { DataverseError, ErrorCode } from '../../errors';
import { startOfDay, type WallClock } from '../../formatting/zoned-time';
import type { ConditionValue } from '../model';
import { clockOf, isDateOnly, within } from './date-ranges';
import type { Operator } from './operator';

type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years';

const UNIT_NAMES: Readonly<Record<Unit, string>> = {
    minutes: 'Minutes',
    hours: 'Hours',
    days: 'Days',
    weeks: 'Weeks',
    months: 'Months',
    years: 'Years',
};

/** `count` units away from `clock`; spans of whole days begin at midnight, hours at the full hour. */
function away(clock: WallClock, unit: Unit, count: number): WallClock {
    switch (unit) {
        case 'minutes':
            return { ...clock, minute: clock.minute + count };
        case 'hours':
            return { ...clock, hour: clock.hour + count, minute: 0, second: 0 };
        case 'days':
            return startOfDay(clock, count);
        case 'weeks':
            return startOfDay(clock, count * 7);
        case 'months':
            return { ...startOfDay(clock), month: clock.month + count };
        case 'years':
            return { ...startOfDay(clock), year: clock.year + count };
    }
}

function countOf(name: string, values: readonly ConditionValue[]): number {
    const count = Number(values[0]);
    if (!Number.isInteger(count) || count <= 0) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            `${name} needs a whole number above 0, not "${String(values[0])}".`,
        );
    }
    return count;
}

/** One more second (or day): the end of a range is exclusive, "up to now" is not. */
const justAfter = (clock: WallClock, dateOnly: boolean): WallClock =>
    dateOnly ? startOfDay(clock, 1) : { ...clock, second: clock.second + 1 };

const last = (unit: Unit): Operator => ({
    name: `last-x-${unit}`,
    values: 'one',
    queryFunction: `LastX${UNIT_NAMES[unit]}`,
    toSql: (operand, values, scope) => {
        const now = clockOf(scope);
        const from = away(now, unit, -countOf(`last-x-${unit}`, values));
        return within(operand, from, justAfter(now, isDateOnly(operand)), scope);
    },
});

/** The end of the last day counts in; hours end on the full hour after the span. */
const next = (unit: Unit): Operator => ({
    name: `next-x-${unit}`,
    values: 'one',
    queryFunction: `NextX${UNIT_NAMES[unit]}`,
    toSql: (operand, values, scope) => {
        const now = clockOf(scope);
        const end = away(now, unit, countOf(`next-x-${unit}`, values));
        const until = unit === 'hours' ? { ...end, hour: end.hour + 1 } : startOfDay(end, 1);
        return within(operand, isDateOnly(operand) ? startOfDay(now) : now, until, scope);
    },
});

const older = (unit: Unit): Operator => ({
    name: `olderthan-x-${unit}`,
    values: 'one',
    queryFunction: `OlderThanX${UNIT_NAMES[unit]}`,
    toSql: (operand, values, scope) =>
        within(operand, undefined, away(clockOf(scope), unit, -countOf(`olderthan-x-${unit}`, values)), scope),
});

const SPANS: readonly Unit[] = ['hours', 'days', 'weeks', 'months', 'years'];

export const dateSpanOperators: readonly Operator[] = [
    ...SPANS.map(last),
    ...SPANS.map(next),
    older('minutes'),
    ...SPANS.map(older),
];
