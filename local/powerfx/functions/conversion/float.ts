import { readFloat } from '../../numbers/number-text';
import { Types } from '../../types';
import { numberConversion } from './number-conversion';

/** `Float(value[, language])`: a floating-point number. */
export const float = numberConversion('Float', { result: Types.Number, read: readFloat });
