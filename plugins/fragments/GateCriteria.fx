// GateCriteria(firstGate, lastGate)
// The active criteria from one gate to another in their order; the default ones while the table holds no row at all.
Sort(
    Sort(
        If(
            IsBlank(First(llc_criteria).llc_criterionid),
            Filter(DefaultCriteria(), gate >= firstGate && gate <= lastGate),
            ForAll(
                Filter(
                    llc_criteria,
                    Value(llc_gate) >= firstGate && Value(llc_gate) <= lastGate &&
                        Value(statecode) = Constant("RowState.active") && Not(IsBlank(llc_test)) &&
                        Not(IsBlank(Trimmed(llc_columnname)))
                ),
                {
                    criterionName: InReadersLanguage(llc_name),
                    columnName: Lower(Trimmed(llc_columnname)),
                    test: Value(llc_test),
                    testValue: llc_testvalue,
                    weight: Coalesce(llc_weight, 0),
                    gate: Value(llc_gate),
                    enforcement: Coalesce(Value(llc_enforcement), Constant("Enforcement.block")),
                    message: InReadersLanguage(Trimmed(llc_message)),
                    sortOrder: Coalesce(llc_order, 0)
                }
            )
        ),
        criterionName
    ),
    sortOrder
)
