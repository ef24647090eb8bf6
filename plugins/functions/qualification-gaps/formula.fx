// What keeps a lead from being qualified.
With(
    {lead: LookUp(leads, leadid = GUID(LeadId))},
    If(
        IsBlank(lead.leadid),
        Error({Kind: ErrorKind.NotFound, Message: Message("explain.noLead", LeadId)}),
        With(
            {verdict: GateVerdict("lead", lead, Constant("Gate.qualify"), Constant("Gate.qualify"))},
            {
                Ready: CountRows(verdict.blocking) = 0,
                Progress: verdict.progress,
                Missing: Concat(verdict.blocking, criterionName, Char(10)),
                Columns: Concat(verdict.blocking, columnName, ",")
            }
        )
    )
)
