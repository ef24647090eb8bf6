import { startOfDay } from '../../dates/calendar';
import { Types } from '../../types';
import { DateValue } from '../../values';
import { dateConversion } from './date-conversion';

/** `DateValue(text[, language])`: the day in a text. */
export const dateValue = dateConversion('DateValue', Types.Date, ({ reading }) => new DateValue(startOfDay(reading)));
