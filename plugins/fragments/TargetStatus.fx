// TargetStatus()
// The status reason that an update leads to. A change of state alone asks for the default one of that state, as does -1.
With(
    {given: Value(NewRecord.statuscode)},
    If(
        IsBlank(given) || given < 0 ||
            given = Value(OldRecord.statuscode) && Value(NewRecord.statecode) <> Value(OldRecord.statecode),
        DefaultStatus(Value(NewRecord.statecode)),
        given
    )
)
