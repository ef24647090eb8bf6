/**
 * How the user writes dates, in the names that .NET gives them (Microsoft Learn, "userSettings": dateFormattingInfo).
 */
export function dateFormattingInfo(locale: string): object {
    const names = (options: Intl.DateTimeFormatOptions, days: readonly Date[]): string[] =>
        days.map((day) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(day));
    // 2023 began on a Sunday, so that its first week and its months serve as samples.
    const week = [1, 2, 3, 4, 5, 6, 7].map((day) => new Date(Date.UTC(2023, 0, day)));
    const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month, 15)));
    const twelveHours = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;
    return {
        AMDesignator: twelveHours ? 'AM' : '',
        PMDesignator: twelveHours ? 'PM' : '',
        AbbreviatedDayNames: names({ weekday: 'short' }, week),
        AbbreviatedMonthNames: [...names({ month: 'short' }, months), ''],
        DayNames: names({ weekday: 'long' }, week),
        MonthNames: [...names({ month: 'long' }, months), ''],
        ShortestDayNames: names({ weekday: 'narrow' }, week),
        DateSeparator: separator(locale),
        TimeSeparator: ':',
        FirstDayOfWeek: locale === 'en-US' ? 0 : 1,
        CalendarWeekRule: 0,
        ShortDatePattern: shortDatePattern(locale),
        ShortTimePattern: twelveHours ? 'h:mm tt' : 'HH:mm',
        LongTimePattern: twelveHours ? 'h:mm:ss tt' : 'HH:mm:ss',
        Calendar: { AlgorithmType: 1, CalendarType: 1, IsReadOnly: false, TwoDigitYearMax: 2049 },
    };
}

function sample(locale: string): Intl.DateTimeFormatPart[] {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'UTC' }).formatToParts(
        new Date(Date.UTC(2023, 2, 4)),
    );
}

function separator(locale: string): string {
    return sample(locale).find((part) => part.type === 'literal')?.value ?? '/';
}

function shortDatePattern(locale: string): string {
    return sample(locale)
        .map((part) => {
            switch (part.type) {
                case 'day':
                    return part.value.length > 1 ? 'dd' : 'd';
                case 'month':
                    return part.value.length > 1 ? 'MM' : 'M';
                case 'year':
                    return 'yyyy';
                default:
                    return part.value;
            }
        })
        .join('');
}
