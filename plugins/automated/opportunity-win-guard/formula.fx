// Keeps an opportunity from being won while a criterion that blocks the gate Close is open.
If(
    Value(NewRecord.statecode) = Constant("OpportunityState.won") &&
        Value(OldRecord.statecode) <> Constant("OpportunityState.won") && GuardIsOn(),
    With(
        {gaps: GateVerdict("opportunity", NewRecord, Constant("Gate.close"), Constant("Gate.close")).blocking},
        If(
            CountRows(gaps) > 0,
            Error(
                {
                    Kind: ErrorKind.Validation,
                    Message: Message("opportunity.win.blocked") & Char(10) & GapLines("opportunity", gaps)
                }
            )
        )
    )
)
