// GateVerdict("table", row, firstGate, lastGate)
// How a row of a table stands before some gates: what blocks them, and the progress in whole percent by weight. 100 is
// kept for "all of them".
With(
    {
        judged: ForAll(
            GateCriteria(firstGate, lastGate),
            {
                criterionName: criterionName,
                hint: If(Len(message) > 0, message, criterionName),
                columnName: columnName,
                weight: weight,
                blocks: enforcement = Constant("Enforcement.block"),
                isMet: MeetsTest(
                    Lower(Trimmed(ColumnText("table", row, columnName))),
                    IsYesNoColumn("table", columnName),
                    test,
                    testValue
                )
            }
        )
    },
    With(
        {
            open: Filter(judged, Not(isMet)),
            anyWeight: CountRows(Filter(judged, weight > 0)) > 0
        },
        {
            blocking: Filter(open, blocks),
            progress: If(
                CountRows(open) = 0,
                100,
                Min(
                    99,
                    Round(
                        Sum(Filter(judged, isMet), If(anyWeight, Max(0, weight), 1)) * 100 /
                            Sum(judged, If(anyWeight, Max(0, weight), 1)),
                        0
                    )
                )
            )
        }
    )
)
