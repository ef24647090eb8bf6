// GuardIsOn()
// Whether the makers' rules hold. They do wherever the environment variable does not clearly say no.
With(
    {definition: LookUp(environmentvariabledefinitions, schemaname = "llc_TransitionGuard")},
    With(
        {
            own: LookUp(
                environmentvariablevalues,
                environmentvariabledefinitionid.environmentvariabledefinitionid =
                    definition.environmentvariabledefinitionid
            ).value
        },
        Not(Lower(Trimmed(Coalesce(own, definition.defaultvalue, "yes"))) in ["no", "false", "0"])
    )
)
