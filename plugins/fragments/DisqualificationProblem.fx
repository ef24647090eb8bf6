// DisqualificationProblem(reason)
// What keeps a lead from being disqualified for this reason, in words; empty for nothing. While the reasons are the
// default ones, which a lead cannot refer to, the note names the reason.
If(
    Not(GuardIsOn()),
    "",
    IsBlank(First(llc_disqualificationreasons).llc_disqualificationreasonid),
    If(
        HasDefaultReason(TargetStatus()) && IsBlank(Trimmed(NewRecord.llc_disqualificationnote)),
        Message("disqualify.dialog.problem.reason"),
        ""
    ),
    IsBlank(NewRecord.llc_disqualificationreasonid),
    With(
        {target: TargetStatus()},
        If(
            IsBlank(
                First(
                    Filter(
                        llc_disqualificationreasons,
                        llc_statuscode = target && Value(statecode) = Constant("RowState.active")
                    )
                ).llc_disqualificationreasonid
            ),
            "",
            Message("disqualify.dialog.problem.reason")
        )
    ),
    IsBlank(reason.llc_disqualificationreasonid) || reason.llc_statuscode <> TargetStatus() ||
        Value(reason.statecode) <> Constant("RowState.active"),
    Message("disqualification.otherStatus", TargetLabel()),
    reason.llc_noterequired && IsBlank(Trimmed(NewRecord.llc_disqualificationnote)),
    Message("disqualify.dialog.problem.note"),
    ""
)
