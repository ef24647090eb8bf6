// DaysSince(moment)
// Days up to now with two decimals, never negative; blank when nobody knows the moment.
If(IsBlank(moment), Blank(), Round(Max(0, DateDiff(moment, Now(), TimeUnit.Seconds)) / 86400, 2))
