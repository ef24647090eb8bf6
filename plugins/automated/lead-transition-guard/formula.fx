// Refuses a change of status reason that the makers do not permit, in the words that the app uses.
With(
    {verdict: UpdateVerdict()},
    If(Not(verdict.allowed), Error({Kind: ErrorKind.Validation, Message: verdict.message}))
)
