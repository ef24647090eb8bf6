// Keeps the qualification progress of an open lead, 0 to 100, by the criteria of the gate Qualify. It is no rule: whoever
// may not read the criteria changes leads all the same, and the progress stays.
If(
    Value(NewRecord.statecode) = Constant("LeadState.open"),
    With(
        {
            progress: IfError(
                GateVerdict("lead", NewRecord, Constant("Gate.qualify"), Constant("Gate.qualify")).progress,
                NewRecord.llc_qualificationprogress
            )
        },
        If(NewRecord.llc_qualificationprogress <> progress, Set(NewRecord.llc_qualificationprogress, progress))
    )
)
