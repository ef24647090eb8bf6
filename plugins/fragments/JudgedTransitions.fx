// JudgedTransitions(lead, fromStatus, toStatus, note)
// Each transition between two status reasons with what the lead and the user lack for it; the first lacks least.
Sort(
    ForAll(
        TransitionsBetween(fromStatus, toStatus),
        With(
            {
                missing: Filter(
                    Distinct(
                        Split(Substitute(Substitute(Lower(Trimmed(requiredColumns)), ";", ","), " ", ","), ","),
                        Value
                    ),
                    Len(Value) > 0 && IsBlank(Trimmed(ColumnText("lead", lead, Value)))
                ),
                lacksRole: Len(requiredRole) > 0 && Not(HasRole(requiredRole)),
                lacksNote: noteRequired && IsBlank(Trimmed(note))
            },
            With(
                {lacksColumns: CountRows(missing) > 0},
                With(
                    {
                        lacks: If(lacksRole, 1, 0) + If(lacksColumns, 1, 0) + If(lacksNote, 1, 0),
                        refusals: Filter(
                            Table(
                                {
                                    isGiven: lacksRole,
                                    code: "role-missing",
                                    reason: If(lacksRole, Message("refusal.role", requiredRole))
                                },
                                {
                                    isGiven: lacksColumns,
                                    code: "columns-missing",
                                    reason: If(
                                        lacksColumns,
                                        Message("refusal.columns", Concat(missing, ColumnLabel("lead", Value), ", "))
                                    )
                                },
                                {
                                    isGiven: lacksNote,
                                    code: "note-missing",
                                    reason: If(lacksNote, Message("refusal.note"))
                                }
                            ),
                            isGiven
                        )
                    },
                    {
                        rank: Text(lacks) & id,
                        allowed: lacks = 0,
                        code: Concat(refusals, code, ","),
                        message: If(lacks = 0, "", Len(message) > 0, message, Concat(refusals, reason, Char(10))),
                        columns: Concat(missing, Value, ",")
                    }
                )
            )
        )
    ),
    rank
)
