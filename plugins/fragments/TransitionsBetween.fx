// TransitionsBetween(fromStatus, toStatus)
// The active transitions from one status reason to another; the default ones while the table holds no row at all.
If(
    IsBlank(First(llc_statustransitions).llc_statustransitionid),
    ForAll(
        With({from: fromStatus, to: toStatus}, Filter(DefaultTransitions(), fromStatus = from && toStatus = to)),
        {
            id: id,
            requiredColumns: requiredColumns,
            noteRequired: noteRequired,
            requiredRole: requiredRole,
            message: message
        }
    ),
    ForAll(
        Filter(
            llc_statustransitions,
            llc_fromstatuscode = fromStatus && llc_tostatuscode = toStatus &&
                Value(statecode) = Constant("RowState.active")
        ),
        {
            id: Text(llc_statustransitionid),
            requiredColumns: llc_requiredcolumns,
            noteRequired: Coalesce(llc_noterequired, false),
            requiredRole: Trimmed(llc_requiredrole),
            message: InReadersLanguage(Trimmed(llc_message))
        }
    )
)
