import type { DynamicValue } from '../values/dynamic-value';
import type { ErrorValue } from '../values/error-value';
import type { RecordValue } from '../values/record-value';
import type { Value } from '../values/value';
import type { RunContext } from './run-context';

/**
 * What a row scope stands on: a record, blank (its fields are blank), an error in a record's place (each field is that
 * error), or an item of an untyped array.
 */
export type ScopeRow = RecordValue | ErrorValue | DynamicValue | null;

/** The rows that a formula stands in while it runs: one frame per row scope around it, the innermost first. */
export class Frame {
    constructor(
        readonly run: RunContext,
        /** The row of the innermost row scope; null outside of any, or for a blank row. */
        readonly row: ScopeRow,
        readonly outer: Frame | null,
    ) {}

    /** The frame of a scope opened inside this one. */
    enter(row: ScopeRow): Frame {
        return new Frame(this.run, row, this);
    }
}

/** A compiled piece of formula. A lambda's closure is run with the frame of the row that was entered. */
export type Evaluate = (frame: Frame) => Value;
