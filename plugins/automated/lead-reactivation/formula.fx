// A lead that is open again is free of what closed it; its status history keeps that.
If(
    Value(NewRecord.statecode) = Constant("LeadState.open") &&
        Value(OldRecord.statecode) <> Constant("LeadState.open"),
    Set(NewRecord.llc_disqualificationreasonid, Blank());
    Set(NewRecord.llc_disqualificationnote, Blank());
    Set(NewRecord.llc_revisiton, Blank());
    Set(NewRecord.llc_norevisit, false)
)
