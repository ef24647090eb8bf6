// HasRole(roleName)
// Whether the user holds a security role, as a person or as a member of a team.
With(
    {wanted: Lower(roleName)},
    CountRows(Filter(Viewer.systemuserroles_association, Lower(name) = wanted)) > 0 ||
        CountRows(
            Filter(
                Viewer.teammembership_association,
                CountRows(Filter(teamroles_association, Lower(name) = wanted)) > 0
            )
        ) > 0
)
