// Keeps a lead from being qualified while a criterion that blocks the gate Qualify is open.
If(
    Value(NewRecord.statecode) = Constant("LeadState.qualified") &&
        Value(OldRecord.statecode) <> Constant("LeadState.qualified") && GuardIsOn(),
    With(
        {gaps: GateVerdict("lead", NewRecord, Constant("Gate.qualify"), Constant("Gate.qualify")).blocking},
        If(
            CountRows(gaps) > 0,
            Error(
                {
                    Kind: ErrorKind.Validation,
                    Message: Message("qualify.dialog.blocked") & Char(10) & GapLines("lead", gaps)
                }
            )
        )
    )
)
