import type { RecordValue } from '../values/record-value';
import type { Value } from '../values/value';
import type { RunContext } from './run-context';

/** The rows that a formula stands in while it runs: one frame per row scope around it, the innermost first. */
export class Frame {
    constructor(
        readonly run: RunContext,
        /** The record of the innermost row scope; null outside of any, or for a blank row. */
        readonly row: RecordValue | null,
        readonly outer: Frame | null,
    ) {}

    /** The frame of a scope opened inside this one. */
    enter(row: RecordValue | null): Frame {
        return new Frame(this.run, row, this);
    }
}

/** A compiled piece of formula. A lambda's closure is run with the frame of the row that was entered. */
export type Evaluate = (frame: Frame) => Value;
