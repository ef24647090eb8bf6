/**
 * The texts of compile errors. They are part of the language (Microsoft Power Fx, PowerFxResources), so that a formula is
 * refused here in the words makers know.
 */
export const messages = {
    // Reading
    badToken: 'Unexpected characters. Characters are used in the formula in an unexpected way.',
    unexpectedToken: (wanted: string, found: string) =>
        `Unexpected characters. The formula contains '${found}' where '${wanted}' is expected.`,
    operandExpected:
        "Expected an operand. The formula or expression expects a valid operand. For example, you can add the operand '2' " +
        "to the expression ' 1 +_' so that the result is '3'. Or, you can add the operand \"there\" to the expression " +
        `'"Hi "& _ ' so that the result is 'Hi there'.`,
    operatorExpected: 'Expected operator. We expect an operator such as +, *, or & at this point in the formula.',
    colonExpected: 'Expected colon. We expect a colon (:) at this point in the formula.',
    numberTooLarge: 'Numeric value is too large.',
    openComment: "Missing '*/' at the end of a block comment.",
    closingQuoteExpected: 'Closing bracket expected. We expect a closing bracket at this point in the formula.',
    emptyIdentifier: 'The identifier has no valid text.',
    emptyIsland: 'Empty expressions cannot appear inside an interpolated string.',
    nestedTooDeeply: 'Expression is nested too deeply.',

    // Data sources
    notDelegable:
        'Delegation warning. The highlighted part of this formula might not work correctly on large data sets.',

    // Calls
    invalidArguments: (name: string) => `The function '${name}' has some invalid arguments.`,
    badTypeExpected: (actual: string, expected: string) =>
        `Invalid argument type (${actual}). Expecting a ${expected} value instead.`,
    badTypeExpectedOneOf: (expected: string) => `Invalid argument type. Expecting one of the following: ${expected}.`,
    badType: 'Invalid argument type.',
    unknownFunction: (name: string) => `'${name}' is an unknown or unsupported function.`,
    unknownFunctionInNamespace: (name: string, namespace: string) =>
        `'${name}' is an unknown or unsupported function in namespace '${namespace}'.`,
    argumentCount: (received: number, expected: string | number) =>
        `Invalid number of arguments: received ${received}, expected ${expected}.`,
    tooFewArguments: (received: number, least: number) =>
        `Invalid number of arguments: received ${received}, expected ${least} or more.`,
    argumentCountBetween: (received: number, least: number, most: number) =>
        `Invalid number of arguments: received ${received}, expected ${least}-${most}.`,
    oddArgumentCount: (received: number) =>
        `Invalid number of arguments: received ${received}, expected an odd number.`,
    behaviorNotAllowed:
        "Behavior function in a non-behavior property. You can't use this property to invoke a behavior function.",

    // Names
    unknownName: (name: string) => `Name isn't valid. '${name}' isn't recognized.`,
    invalidName: (name: string) => `Name isn't valid. The identifier '${name}' isn't valid.`,
    identifierExpected: 'Expected identifier name',
    columnExists: (name: string) => `A column named '${name}' already exists.`,
    columnConflict: (name: string) => `Column name conflict for '${name}'.`,
    unknownColumn: (name: string) => `The specified column '${name}' does not exist.`,
    unknownColumnSimilar: (name: string, similar: string) =>
        `The specified column '${name}' does not exist. The column with the most similar name is '${similar}'.`,
    dotNotAllowed: (type: string) => `The '.' operator cannot be used on ${type} values.`,
    deprecatedDot: "Deprecated use of '.'. Please use the 'ShowColumns' function instead.",
    deprecatedScopeSyntax: 'Deprecated syntax.',
    asNotAllowed: "'As' is not permitted in this context.",
    duplicateField: (name: string) => `A field named '${name}' was specified more than once in this record.`,
    badTypeArgument: (argument: string) =>
        `Invalid argument '${argument}'. Expected valid type name or inline type expression.`,
    badTypeExpression: (part: string) => `Type expression is invalid. '${part}' cannot be used in a type expression.`,

    // Types
    guidComparison: 'GUID values can only be compared to other GUID values.',
    unordered: (type: string) => `Unable to compare values of type ${type}.`,
    typeUnknown: 'The type of this part of the formula could not be worked out.',
    textExpected: 'Expected text. We expect text at this point in the formula.',
    incomparable: (left: string, right: string) =>
        `Incompatible types for comparison. These types can't be compared: ${left}, ${right}.`,
    invalidOperation: (left: string, right: string) => `This operation isn't valid on these types: ${left}, ${right}.`,
    resultTypesDiffer:
        'Argument type mismatch. The types of all result arguments must agree with or be coercible to the first result ' +
        'argument.',
    incompatibleTableItem:
        'Incompatible type. The item you are trying to put into a table has a type that is not compatible with the table.',
    cannotUseHere: (type: string) => `Invalid argument type. Cannot use ${type} values in this context.`,
    cannotConvert: (from: string, to: string) =>
        `Can't convert this data type. Power Apps can't convert this ${from} to a ${to}.`,
    differentSchema: (kind: 'Record' | 'Table') =>
        `Invalid argument type. Expecting a ${kind} value, but of a different schema.`,
    missingColumn: (name: string, type: string) =>
        `Missing column. Your formula is missing a column '${name}' with a type of '${type}'.`,
    incompatibleColumn: (name: string, expected: string, actual: string) =>
        `Incompatible type. The '${name}' column in the data source you're updating expects a '${expected}' type and ` +
        `you're using a '${actual}' type.`,
    columnTypeMismatch: (name: string, expected: string, actual: string) =>
        `The type of this argument '${name}' does not match the expected type '${expected}'. Found type '${actual}'.`,
    oneColumnTable: 'Invalid schema, expected a one-column table.',
    oneColumnTableArgument: (name: string) => `The first argument of '${name}' should be a one-column table.`,
    textOrNumberExpected: 'Expected text or number. We expect text or a number at this point in the formula.',
    badInterpolation:
        'Expressions which appear inside an interpolated string must evaluate to a Text value or to a compatible type.',

    // Changing things
    cannotChange: (name: string) => `The value passed to the '${name}' function cannot be changed.`,
    cannotSet: (name: string) =>
        `'${name}' can't be modified with 'Set' or conflicts with the name of an existing scope variable, data source, ` +
        'or other object.',
    neitherRecordNorTable: 'Only record or table values can be used in this context.',
    nonRecord: 'Cannot use a non-record value in this context.',
    lastArgumentMustBe: (wanted: string) => `If provided, last argument must be '${wanted}'. Is there a typo?`,

    // Formats
    badFormat: (name: string) => `Incorrect format specifier for '${name}'.`,
    formatForNumbersOnly: (name: string) =>
        `The second argument of the '${name}' function is only supported for numeric and date/time values.`,

    // Functions over tables
    needRecord: (name: string) => `The first argument of '${name}' should be a record.`,
    needTable: (name: string) => `The first argument of '${name}' should be a table.`,
    evenArgumentCount: (received: number) =>
        `Invalid number of arguments: received ${received}, expected an even number.`,
    cannotSort: 'Cannot sort on the expression type.',
    booleanExpected: 'Expected boolean. We expect a boolean (true/false) at this point in the formula.',
    searchNeedsText: 'Wrong column type. Expects text type.',
    onlyOneCondition: 'Use the And operator to combine multiple predicates into the second argument.',
    behaviorInCondition: "Filter functions don't allow behavior functions as predicates.",
    unusedErrorField: 'The Error function only uses the fields "Kind", "Message", "Notify", "Control", and "Property".',
    columnRenamedTwice: (name: string) => `The column '${name}' is renamed more than once.`,
    needPrimitive: 'Expected a text, numeric, boolean, or date/time value.',
    summarizeNeedsColumn: 'Summarize requires at least one grouping column.',
    summarizeArgument:
        "Summarize arguments must be either existing column names to group by or formulas named with the 'As' keyword.",
    summarizeReservedColumn:
        "Column 'ThisGroup' conflicts with a reserved name. Use the 'RenameColumns' function to pick a different name.",
    summarizeReservedInSource:
        "The data source contains a column named 'ThisGroup', which conflicts with a reserved name. " +
        "Use the 'RenameColumns' function to pick a different name.",
    summarizeScope: "Scoping the data source (usage of 'As' keyword) is not supported.",
    joinNeedsType:
        "Expected plain 'JoinType' enum value. Different enums or passing it throught another function is not supported " +
        'i.e. Join(..., If(true, JoinType.Inner, JoinType.Full)).',
    joinArgument:
        "Arguments starting from the 5th position are meant to rename columns and are expected to be 'As' node arguments " +
        'i.e LeftRecord.Name As NewName.',
    joinSharesName: (column: string) =>
        `'${column}' can not be added/renamed due to colission with another column with same name.`,
    joinNeedsRight: (scope: string) => `At least one '${scope}' column must be declared to compose the join result.`,
    readOnlyColumn: (name: string) => `The specified column is read-only and can't be modified: ${name}.`,

    // JSON, types and regular expressions
    constantNeeded: (name: string, parameter: string) =>
        `The '${parameter}' parameter to the ${name} function must be a constant value.`,
    jsonUnsupportedType: (type: string) => `The JSON function cannot serialize objects of type '${type}'.`,
    jsonUnsupportedColumn: (column: string, type: string) =>
        `The JSON function cannot serialize tables / objects with a nested property called '${column}' of type '${type}'.`,
    jsonUnsupportedOption: (option: string) =>
        `The value '${option}' is not supported as an option in the JSON function.`,
    jsonIncompatibleOptions: (one: string, other: string) =>
        `The JSONFormat values '${one}' and '${other}' cannot be used together.`,
    jsonMedia:
        'The value passed to the JSON function contains media, and it is not supported by default. To allow JSON ' +
        "serialization of media values, make sure to use the IncludeBinaryData option in the 'format' parameter.",
    jsonBinaryNeedsBehavior: 'The JSON function cannot serialize binary data in non-behavioral expression.',
    unsupportedTypeArgument: (type: string) => `Unsupported type '${type}' in type argument.`,
    variableRegex: 'Regular expressions must be constant values.',
    variableRegexOptions: 'Regular expression options must be constant values.',
    invalidRegex: (fault: string) => `Invalid regular expression: ${fault}`,
    traceRecord: (parameter: string, type: string) =>
        `The parameter ${parameter} contains a property of type ${type} which is not supported.`,
} as const;
