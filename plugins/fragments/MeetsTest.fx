// MeetsTest(comparable, isYesNo, test, testValue)
// Whether a column's comparable text meets the test of a criterion. A blank one meets none.
With(
    {
        columnNumber: ComparableNumber(comparable),
        options: ForAll(
            If(
                test = Constant("Test.oneOf"),
                Split(Substitute(testValue, ";", ","), ","),
                Table({Value: testValue})
            ),
            With(
                {optionText: TestText(Value, isYesNo)},
                {optionText: optionText, optionNumber: ComparableNumber(optionText)}
            )
        )
    },
    With(
        {
            equals: CountRows(
                Filter(
                    options,
                    Len(optionText) > 0 &&
                        If(
                            IsBlank(columnNumber) || IsBlank(optionNumber),
                            comparable = optionText,
                            columnNumber = optionNumber
                        )
                )
            ) > 0,
            limit: First(options).optionNumber
        },
        Len(comparable) > 0 &&
            Switch(
                test,
                Constant("Test.hasAValue"), true,
                Constant("Test.isYes"), comparable = "1" || comparable = "true",
                Constant("Test.equals"), equals,
                Constant("Test.oneOf"), equals,
                Constant("Test.doesNotEqual"), Not(equals),
                Constant("Test.atLeast"),
                Not(IsBlank(columnNumber) || IsBlank(limit)) && columnNumber >= limit,
                Constant("Test.atMost"),
                Not(IsBlank(columnNumber) || IsBlank(limit)) && columnNumber <= limit,
                false
            )
    )
)
