/** How a culture writes numbers. */
export interface NumberCulture {
    readonly decimalSeparator: string;
    readonly groupSeparator: string;
    /** Digits per group, from the right; the last size repeats. */
    readonly groupSizes: readonly number[];
    readonly negativeSign: string;
    readonly positiveSign: string;
    readonly percentSymbol: string;
    readonly currencySymbol: string;
}

/** How a culture writes dates. Patterns are those of .NET (`dddd, MMMM d, yyyy`, `h:mm tt`). */
export interface DateCulture {
    readonly monthNames: readonly string[];
    /** As they stand beside a day of the month; many languages inflect them there. */
    readonly monthNamesInDates: readonly string[];
    readonly shortMonthNames: readonly string[];
    /** Sunday first. */
    readonly dayNames: readonly string[];
    readonly shortDayNames: readonly string[];
    readonly morning: string;
    readonly afternoon: string;
    readonly shortDate: string;
    readonly longDate: string;
    readonly shortTime: string;
    readonly longTime: string;
}

export interface Culture {
    /** A language tag such as `en-US`; empty for no culture. */
    readonly name: string;
    readonly numbers: NumberCulture;
    readonly dates: DateCulture;
}
