// Keeps each change of status reason, with the note that came with it. A closed lead that stays closed takes no change
// but of its status reason, so it does not learn its previous one.
With(
    {target: TargetStatus(), note: ChangeNote(), since: LastChange()},
    If(
        target <> Value(OldRecord.statuscode),
        Collect(
            llc_statushistories,
            {
                llc_name: Left(Text(OldRecord.statuscode) & " → " & TargetLabel(), 200),
                llc_leadid: LookUp(leads, leadid = OldRecord.leadid),
                llc_fromstatuscode: Value(OldRecord.statuscode),
                llc_tostatuscode: target,
                llc_changedbyid: LookUp(systemusers, systemuserid = Viewer.systemuserid),
                llc_changedon: Now(),
                llc_daysinformer: DaysSince(since),
                llc_note: note,
                llc_disqualificationreasonid: If(
                    Value(NewRecord.statecode) = Constant("LeadState.disqualified"),
                    NewRecord.llc_disqualificationreasonid
                )
            }
        );
        If(
            Value(OldRecord.statecode) = Constant("LeadState.open") ||
                Value(NewRecord.statecode) = Constant("LeadState.open"),
            Set(NewRecord.llc_previousstatuscode, Value(OldRecord.statuscode))
        );
        If(Not(IsBlank(NewRecord.llc_statusnote)), Set(NewRecord.llc_statusnote, Blank()))
    )
)
