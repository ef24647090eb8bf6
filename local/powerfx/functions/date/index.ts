import type { FunctionDefinition } from '../function-definition';
import { monthsLong, monthsShort, weekdaysLong, weekdaysShort } from './calendar-names';
import { amPm, amPmShort, isClock24 } from './clock-names';
import { dateAdd } from './date-add';
import { dateDiff } from './date-diff';
import { dateTime } from './date-time';
import { date } from './date';
import { day } from './day';
import { eDate } from './edate';
import { eoMonth } from './eomonth';
import { hour } from './hour';
import { isToday } from './is-today';
import { isUtcToday } from './is-utc-today';
import { isoWeekNum } from './iso-week-num';
import { minute } from './minute';
import { month } from './month';
import { now } from './now';
import { second } from './second';
import { timeZoneOffset } from './time-zone-offset';
import { time } from './time';
import { today } from './today';
import { utcNow } from './utc-now';
import { utcToday } from './utc-today';
import { weekNum } from './week-num';
import { weekday } from './weekday';
import { year } from './year';

export const dateFunctions: readonly FunctionDefinition[] = [
    monthsLong,
    monthsShort,
    weekdaysLong,
    weekdaysShort,
    amPm,
    amPmShort,
    isClock24,
    dateAdd,
    dateDiff,
    dateTime,
    date,
    day,
    eDate,
    eoMonth,
    hour,
    isToday,
    isUtcToday,
    isoWeekNum,
    minute,
    month,
    now,
    second,
    timeZoneOffset,
    time,
    today,
    utcNow,
    utcToday,
    weekNum,
    weekday,
    year,
];
