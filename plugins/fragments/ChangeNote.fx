// ChangeNote()
// The note of a change of status reason: the one that travels with it; at disqualification, else the one that stays.
If(
    Not(IsBlank(Trimmed(NewRecord.llc_statusnote))),
    NewRecord.llc_statusnote,
    Value(NewRecord.statecode) = Constant("LeadState.disqualified") &&
        Value(OldRecord.statecode) <> Constant("LeadState.disqualified"),
    NewRecord.llc_disqualificationnote
)
