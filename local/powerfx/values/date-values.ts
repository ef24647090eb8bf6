/**
 * A calendar day. `milliseconds` are those from 1970-01-01 to the day's midnight on a clock without time zones
 * (`Date.UTC(year, month, day)`).
 */
export class DateValue {
    constructor(readonly milliseconds: number) {}
}

/**
 * A moment as the wall clock of the run's time zone shows it: `milliseconds` from 1970-01-01 00:00 on that clock. With
 * `hasTimeZone` false it is a wall clock reading that belongs to no time zone.
 */
export class DateTimeValue {
    constructor(
        readonly milliseconds: number,
        readonly hasTimeZone = true,
        /** Ten-thousandths of a millisecond beyond those, which only reading and printing text tell of. */
        readonly ticks = 0,
    ) {}
}

/** A time of day, or a span of time: may be negative and more than a day. */
export class TimeValue {
    constructor(readonly milliseconds: number) {}
}
