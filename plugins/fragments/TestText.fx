// TestText(writtenValue, isYesNo)
// The value that a criterion compares with as columns are compared: the words for yes and no as 1 and 0.
With(
    {plain: Lower(Trimmed(writtenValue))},
    If(isYesNo, Switch(plain, "true", "1", "yes", "1", "oui", "1", "false", "0", "no", "0", "non", "0", plain), plain)
)
