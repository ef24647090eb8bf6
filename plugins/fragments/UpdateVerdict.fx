// UpdateVerdict()
// The verdict on the change of status reason that an update of a lead makes.
TransitionVerdict(
    NewRecord,
    Value(OldRecord.statuscode),
    Value(OldRecord.statecode),
    TargetStatus(),
    Value(NewRecord.statecode),
    ChangeNote(),
    Text(OldRecord.statuscode),
    TargetLabel()
)
