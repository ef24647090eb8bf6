import type { Type } from '../types/type';

/** How a value of one type becomes one of another; found by `findCoercion`. */
export interface Coercion {
    readonly from: Type;
    readonly to: Type;
}
