import type { AnyScalarFunction } from './scalar-function';
import type { CallBinder, CallBinding } from './function-definition';

/** Binds a call of a strict scalar function, or of its form over single-column tables. */
export function bindScalarCall(_definition: AnyScalarFunction, _call: CallBinder): CallBinding | undefined {
    return undefined;
}
