// QualifyCriteria()
// The active criteria of the gate Qualify in their order; the default ones while the table holds no row at all.
If(
    IsBlank(First(llc_criteria).llc_criterionid),
    DefaultCriteria(),
    Sort(
        Sort(
            ForAll(
                Filter(
                    llc_criteria,
                    Value(llc_gate) = Constant("Gate.qualify") && Value(statecode) = Constant("RowState.active") &&
                        Not(IsBlank(llc_test)) && Not(IsBlank(Trimmed(llc_columnname)))
                ),
                {
                    criterionName: InReadersLanguage(llc_name),
                    columnName: Lower(Trimmed(llc_columnname)),
                    test: Value(llc_test),
                    testValue: llc_testvalue,
                    weight: Coalesce(llc_weight, 0),
                    enforcement: Coalesce(Value(llc_enforcement), Constant("Enforcement.block")),
                    message: InReadersLanguage(Trimmed(llc_message)),
                    sortOrder: Coalesce(llc_order, 0)
                }
            ),
            criterionName
        ),
        sortOrder
    )
)
