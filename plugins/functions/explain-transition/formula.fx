// Whether a lead may go to a status reason, and why not.
With(
    {lead: LookUp(leads, leadid = GUID(LeadId))},
    If(
        IsBlank(lead.leadid),
        Error({Kind: ErrorKind.NotFound, Message: Message("explain.noLead", LeadId)}),
        With(
            {
                verdict: If(
                    StatusReason <> Value(lead.statuscode) && Not(State in [0, 1, 2]),
                    {
                        allowed: false,
                        code: "unknown-status",
                        message: Message("refusal.unknownStatus", Text(StatusReason)),
                        columns: ""
                    },
                    TransitionVerdict(
                        lead,
                        Value(lead.statuscode),
                        Value(lead.statecode),
                        StatusReason,
                        State,
                        lead.llc_statusnote,
                        Text(lead.statuscode),
                        StatusLabel(StatusReason)
                    )
                )
            },
            {
                Allowed: verdict.allowed,
                Code: verdict.code,
                Message: verdict.message,
                Columns: verdict.columns
            }
        )
    )
)
