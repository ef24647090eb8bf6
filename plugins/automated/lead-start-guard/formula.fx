// A new lead starts in an open status reason.
With(
    {
        state: Coalesce(
            Value(NewRecord.statecode),
            StateOfStatus(Value(NewRecord.statuscode)),
            Constant("LeadState.open")
        )
    },
    If(
        state <> Constant("LeadState.open"),
        Error({Kind: ErrorKind.Validation, Message: Message("refusal.start", Text(NewRecord.statuscode))})
    )
)
