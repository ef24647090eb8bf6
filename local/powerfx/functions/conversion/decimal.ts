import { readDecimal } from '../../numbers/number-text';
import { Types } from '../../types';
import { numberConversion } from './number-conversion';

/** `Decimal(value[, language])`: an exact decimal number. */
export const decimal = numberConversion('Decimal', { result: Types.Decimal, read: readDecimal });
