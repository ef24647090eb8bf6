// Keeps the qualification progress of an open lead, 0 to 100, by the criteria of the gate Qualify.
If(
    Value(NewRecord.statecode) = Constant("LeadState.open"),
    With(
        {progress: GateVerdict(NewRecord).progress},
        If(NewRecord.llc_qualificationprogress <> progress, Set(NewRecord.llc_qualificationprogress, progress))
    )
)
