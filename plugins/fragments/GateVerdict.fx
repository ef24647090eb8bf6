// GateVerdict(lead)
// How a lead stands before the gate Qualify: what blocks it, and the progress in whole percent by weight. 100 is kept
// for "all of them".
With(
    {
        judged: ForAll(
            QualifyCriteria(),
            {
                criterionName: criterionName,
                hint: If(Len(message) > 0, message, criterionName),
                columnName: columnName,
                weight: weight,
                blocks: enforcement = Constant("Enforcement.block"),
                isMet: MeetsTest(
                    Lower(Trimmed(ColumnText(lead, columnName))),
                    IsYesNoColumn(columnName),
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
