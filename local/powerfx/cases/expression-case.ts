/** One expression with what it is expected to give. */
export interface ExpressionCase {
    readonly file: string;
    readonly line: number;
    /** What the file turns on, as in `NumberIsFloat: false` or `TimeZoneInfo("UTC"): true`. */
    readonly setup: Readonly<Record<string, boolean>>;
    readonly expression: string;
    readonly expected: string;
}
