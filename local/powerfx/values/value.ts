import type { Decimal } from '../numbers/decimal';
import type { BlobValue } from './blob-value';
import type { ChoiceValue } from './choice-value';
import type { ColorValue } from './color-value';
import type { DateTimeValue, DateValue, TimeValue } from './date-values';
import type { DynamicValue } from './dynamic-value';
import type { ErrorValue } from './error-value';
import type { GuidValue } from './guid-value';
import type { RecordValue } from './record-value';
import type { TableValue } from './table-value';
import type { VoidValue } from './void-value';

/** What a formula gives: `null` is blank, a plain number is a floating-point one. Errors are values like any other. */
export type Value =
    | null
    | string
    | boolean
    | number
    | Decimal
    | DateValue
    | DateTimeValue
    | TimeValue
    | GuidValue
    | ColorValue
    | ChoiceValue
    | BlobValue
    | DynamicValue
    | RecordValue
    | TableValue
    | ErrorValue
    | VoidValue;
