import type { Decimal } from '../numbers/decimal';
import { Types, type Type } from '../types/type';
import type { ColorValue, DateTimeValue, DateValue, DynamicValue, TimeValue, Value } from '../values';

/** One parameter of a strict scalar function: what is wanted, and what blank becomes. */
export interface Parameter<V extends Value = Value> {
    /** `'numeric'`: Decimal or Number, as the arguments are; `'any'`: whatever scalar is given. */
    readonly type: Type | 'numeric' | 'any';
    /** What stands for blank; undefined keeps it blank (`null`). */
    readonly blank: V | 'zero' | undefined;
    /** For type inference only. */
    readonly values?: V;
}

/** Text; blank is the empty text. */
export const text: Parameter<string> = { type: Types.Text, blank: '' };
/** A floating-point number; blank is 0. */
export const number: Parameter<number> = { type: Types.Number, blank: 0 };
/** A decimal; blank is 0. */
export const decimal: Parameter<Decimal> = { type: Types.Decimal, blank: 'zero' };
/** Decimals, or floating-point numbers when an argument of this kind is one; blank is 0. */
export const numeric: Parameter<number | Decimal> = { type: 'numeric', blank: 'zero' };
/** A boolean; blank is false. */
export const boolean: Parameter<boolean> = { type: Types.Boolean, blank: false };
export const dateTime: Parameter<DateTimeValue | DateValue | null> = { type: Types.DateTime, blank: undefined };
export const time: Parameter<TimeValue | null> = { type: Types.Time, blank: undefined };
export const color: Parameter<ColorValue | null> = { type: Types.Color, blank: undefined };
export const dynamic: Parameter<DynamicValue | null> = { type: Types.Dynamic, blank: undefined };
/** Any scalar, as it is. */
export const anyScalar: Parameter<Value> = { type: 'any', blank: undefined };

/** The same, but blank stays blank (`null`). */
export function orBlank<V extends Value>(parameter: Parameter<V>): Parameter<V | null> {
    return { type: parameter.type, blank: undefined };
}
