// TargetLabel()
// The label of the status reason that an update leads to.
With(
    {target: TargetStatus()},
    If(target = Value(NewRecord.statuscode), Text(NewRecord.statuscode), StatusLabel(target))
)
