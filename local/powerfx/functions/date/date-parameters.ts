import { startOfWeek, timeUnit } from '../../enumerations/dates';
import { dayZero } from '../../dates/calendar';
import type { TimeUnit } from '../../dates/date-arithmetic';
import { choiceType } from '../../types';
import type { ChoiceValue, DateTimeValue, DateValue } from '../../values';
import type { Parameter } from '../parameter';

/** A member of the enumeration TimeUnit. */
export const unit: Parameter<ChoiceValue | null> = { type: choiceType(timeUnit), blank: undefined };

/** A member of the enumeration StartOfWeek. */
export const weekStart: Parameter<ChoiceValue | null> = { type: choiceType(startOfWeek), blank: undefined };

/** The reading of a date; blank is the day that is 0 as a number. */
export function readingOf(date: DateTimeValue | DateValue | null): number {
    return date?.milliseconds ?? dayZero;
}

const units: readonly TimeUnit[] = [
    'milliseconds',
    'seconds',
    'minutes',
    'hours',
    'days',
    'months',
    'quarters',
    'years',
];

/** The unit that an argument names; days when it is blank or left out. */
export function unitOf(choice: ChoiceValue | null | undefined): TimeUnit {
    const name = choice?.option.value;
    return units.find((known) => known === name) ?? 'days';
}
