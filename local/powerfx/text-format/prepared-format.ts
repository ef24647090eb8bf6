/** A format of `Text` as a format of .NET, and what it is a format for. */
export interface PreparedFormat {
    readonly format: string;
    readonly isDate: boolean;
    readonly isNumeric: boolean;
    /** The sections between semicolons when there are any. */
    readonly sections: readonly string[];
}

/** Formats longer than this are refused when run. */
export const greatestFormatLength = 100;
