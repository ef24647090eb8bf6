import { enumeration } from './enumeration';

export const startOfWeek = enumeration('StartOfWeek', {
    Sunday: 1,
    Monday: 2,
    MondayZero: 3,
    Tuesday: 12,
    Wednesday: 13,
    Thursday: 14,
    Friday: 15,
    Saturday: 16,
});

export const timeUnit = enumeration(
    'TimeUnit',
    {
        Years: 'years',
        Quarters: 'quarters',
        Months: 'months',
        Days: 'days',
        Hours: 'hours',
        Minutes: 'minutes',
        Seconds: 'seconds',
        Milliseconds: 'milliseconds',
    },
    { backing: 'text' },
);

export const dateTimeFormat = enumeration(
    'DateTimeFormat',
    {
        LongDate: "'longdate'",
        ShortDate: "'shortdate'",
        LongTime: "'longtime'",
        ShortTime: "'shorttime'",
        LongTime24: "'longtime24'",
        ShortTime24: "'shorttime24'",
        LongDateTime: "'longdatetime'",
        ShortDateTime: "'shortdatetime'",
        LongDateTime24: "'longdatetime24'",
        ShortDateTime24: "'shortdatetime24'",
        UTC: 'utc',
    },
    { backing: 'text', acceptsBackingValue: true },
);
