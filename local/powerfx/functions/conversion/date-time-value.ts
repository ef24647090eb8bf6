import { Types } from '../../types';
import { DateTimeValue } from '../../values';
import { dateConversion } from './date-conversion';

/** `DateTimeValue(text[, language])`: the date and time in a text. */
export const dateTimeValue = dateConversion(
    'DateTimeValue',
    Types.DateTime,
    ({ reading, ticks }) => new DateTimeValue(reading, true, ticks),
);
