import { readDecimal } from '../../numbers/number-text';
import { Types } from '../../types';
import { numberConversion } from './number-conversion';

/** `Value(value[, language])`: a number as formulas compute with, which is a decimal one. */
export const value = numberConversion('Value', { result: Types.Decimal, read: readDecimal });
