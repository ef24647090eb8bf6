// A lead is disqualified with a reason of its status reason, and with a note where the reason asks for one. The reason
// says when to look again, unless the seller has: by a day, or by "no revisit".
If(
    Value(NewRecord.statecode) = Constant("LeadState.disqualified") &&
        Value(OldRecord.statecode) <> Constant("LeadState.disqualified"),
    With(
        {
            reason: LookUp(
                llc_disqualificationreasons,
                llc_disqualificationreasonid = NewRecord.llc_disqualificationreasonid.llc_disqualificationreasonid
            )
        },
        With(
            {problem: DisqualificationProblem(reason)},
            If(
                Len(problem) > 0,
                Error({Kind: ErrorKind.Validation, Message: problem}),
                Not(IsBlank(reason.llc_revisitafterdays)) && IsBlank(NewRecord.llc_revisiton) &&
                    Not(NewRecord.llc_norevisit),
                Set(NewRecord.llc_revisiton, DateAdd(Today(), reason.llc_revisitafterdays, TimeUnit.Days))
            )
        )
    )
)
