import { timeOfDay } from '../../dates/calendar';
import { Types } from '../../types';
import { TimeValue } from '../../values';
import { dateConversion } from './date-conversion';

/** `TimeValue(text[, language])`: the time of day in a text. */
export const timeValue = dateConversion('TimeValue', Types.Time, ({ reading }) => new TimeValue(timeOfDay(reading)));
