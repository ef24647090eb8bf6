// Trimmed(written)
// A text as rules look at it: tabs, line ends and no-break spaces are spaces, and none stand around it.
TrimEnds(
    Substitute(Substitute(Substitute(Substitute(written, Char(9), " "), Char(10), " "), Char(13), " "), UniChar(160), " ")
)
