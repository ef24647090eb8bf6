// Keeps a lead from being qualified while a criterion that blocks the gate Qualify is open.
If(
    Value(NewRecord.statecode) = Constant("LeadState.qualified") &&
        Value(OldRecord.statecode) <> Constant("LeadState.qualified") && GuardIsOn(),
    With(
        {gaps: GateVerdict(NewRecord).blocking},
        If(CountRows(gaps) > 0, Error({Kind: ErrorKind.Validation, Message: GapsText(gaps)}))
    )
)
