// Keeps the process of an open opportunity from leaving stages on the way forward, and from being finished, while a
// criterion that blocks one of their gates is open. The gate Qualify is the lead's: the guard of the lead holds it.
With(
    {
        gateLeft: StageGate(Text(OldRecord.activestageid.processstageid), Value(OldRecord.activestageid.stagecategory)),
        gateReached: If(
            Value(NewRecord.statuscode) = Constant("ProcessStatus.finished") &&
                Value(OldRecord.statuscode) <> Constant("ProcessStatus.finished"),
            Constant("Gate.close") + 1,
            StageGate(Text(NewRecord.activestageid.processstageid), Value(NewRecord.activestageid.stagecategory))
        )
    },
    With(
        {firstGate: Max(gateLeft, Constant("Gate.develop")), lastGate: Max(gateLeft, gateReached - 1)},
        If(
            Not(IsBlank(gateLeft)) && firstGate <= lastGate &&
                (gateReached > gateLeft || Len(NewRecord.traversedpath) > Len(OldRecord.traversedpath)) && GuardIsOn(),
            With(
                {opportunity: LookUp(opportunities, opportunityid = NewRecord.opportunityid.opportunityid)},
                With(
                    {gaps: GateVerdict("opportunity", opportunity, firstGate, lastGate).blocking},
                    If(
                        Value(opportunity.statecode) = Constant("OpportunityState.open") && CountRows(gaps) > 0,
                        Error(
                            {
                                Kind: ErrorKind.Validation,
                                Message: Message(
                                    "gate.blocked.text",
                                    If(
                                        lastGate = gateLeft,
                                        OldRecord.activestageid.stagename,
                                        StageNames(firstGate, lastGate)
                                    ),
                                    GapLines("opportunity", gaps)
                                )
                            }
                        )
                    )
                )
            )
        )
    )
)
