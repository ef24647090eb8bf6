import type { Evaluate, Frame } from '../../evaluate/frame';
import { TableValue, type Value } from '../../values';

/** Runs with a table; blank and errors, in its place, are the result themselves. */
export function withTable(evaluate: Evaluate | undefined, frame: Frame, run: (table: TableValue) => Value): Value {
    const value = evaluate?.(frame) ?? null;
    return value instanceof TableValue ? run(value) : value;
}
