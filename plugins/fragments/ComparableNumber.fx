// ComparableNumber(comparable)
// The number that a comparable text stands for: digits with at most one decimal point and a minus sign in front, or a
// day, which counts as the number of its digits whatever time follows it. Blank for every other text.
With(
    {symbols: Symbols(comparable), day: Left(comparable, 10)},
    If(
        Symbols(day) = "--" && Len(day) = 10 && Mid(day, 5, 1) = "-" && Mid(day, 8, 1) = "-" &&
            (Len(comparable) = 10 || Mid(comparable, 11, 1) = "t"),
        Value(Substitute(day, "-", ""), "en-US"),
        (symbols = "" || symbols = "." || StartsWith(comparable, "-") && (symbols = "-" || symbols = "-.")) &&
            Len(comparable) > Len(symbols) && Len(comparable) - Len(symbols) <= 28,
        Value(comparable, "en-US")
    )
)
