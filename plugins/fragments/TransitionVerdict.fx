// TransitionVerdict(lead, fromStatus, fromState, toStatus, toState, note, fromLabel, toLabel)
// Whether a lead may go from one status reason to another, and why not: first what Dataverse can do at all, then what
// the makers permit.
If(
    fromStatus = toStatus,
    {allowed: true, code: "", message: "", columns: ""},
    fromState <> toState && fromState <> Constant("LeadState.open") && toState <> Constant("LeadState.open"),
    {
        allowed: false,
        code: "platform-refuses",
        message: Message("refusal.platform", fromLabel, toLabel),
        columns: ""
    },
    Not(GuardIsOn()),
    {allowed: true, code: "", message: "", columns: ""},
    With(
        {nearest: First(JudgedTransitions(lead, fromStatus, toStatus, note))},
        If(
            IsBlank(nearest.rank),
            {
                allowed: false,
                code: "not-permitted",
                message: Message("refusal.notPermitted", fromLabel, toLabel),
                columns: ""
            },
            {allowed: nearest.allowed, code: nearest.code, message: nearest.message, columns: nearest.columns}
        )
    )
)
