/**
 * The texts of compile errors. They are part of the language (Microsoft Power Fx, PowerFxResources), so that a formula is
 * refused here in the words makers know.
 */
export const messages = {
    invalidArguments: (name: string) => `The function '${name}' has some invalid arguments.`,
    badTypeExpected: (actual: string, expected: string) =>
        `Invalid argument type (${actual}). Expecting a ${expected} value instead.`,
    badType: 'Invalid argument type.',
    // Tables and their columns.
    needTable: (name: string) => `The first argument of '${name}' should be a table.`,
    needOneColumnTable: (name: string) => `The first argument of '${name}' should be a one-column table.`,
    oneColumnSchema: 'Invalid schema, expected a one-column table.',
    wrongSchema: (expected: string) =>
        `Invalid argument type. Expecting a ${expected} value, but of a different schema.`,
    notInThisContext: (found: string) => `Invalid argument type. Cannot use ${found} values in this context.`,
    columnExists: (column: string) => `A column named '${column}' already exists.`,
    columnConflict: (column: string) => `Column name conflict for '${column}'.`,
    columnMissing: (column: string, type: string) =>
        `Missing column. Your formula is missing a column '${column}' with a type of '${type}'.`,
    columnTypeMismatch: (column: string, expected: string, found: string) =>
        `Incompatible type. The '${column}' column in the data source you’re updating expects a '${expected}' type and ` +
        `you’re using a '${found}' type.`,
    unknownColumn: (column: string, similar?: string) =>
        `The specified column '${column}' does not exist.` +
        (similar === undefined ? '' : ` The column with the most similar name is '${similar}'.`),
    tableDoesNotAccept:
        'Incompatible type. The item you are trying to put into a table has a type that is not compatible with the table.',
    oddArgumentsExpected: (received: number) =>
        `Invalid number of arguments: received ${received}, expected an odd number.`,
    evenArgumentsExpected: (received: number) =>
        `Invalid number of arguments: received ${received}, expected an even number.`,
    cannotSort: 'Incompatible type. Only text, numeric, boolean, and date/time values can be sorted on.',
    searchNeedsText: 'Wrong column type. Expects text type.',
    onlyOneCondition: 'Use the And operator to combine multiple predicates into the second argument.',
    behaviorInCondition: "Filter functions don't allow behavior functions as predicates.",
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
    joinNeedsType: 'The join type must be a member of the JoinType enumeration, written as such.',
    joinArgument: "Columns of the joined table must be written as a column of one of the tables named with 'As'.",
    joinNeedsRight: (scope: string) => `At least one column of '${scope}' must be named.`,

    // Choosing between values.
    resultTypesMismatch:
        'Argument type mismatch. The types of all result arguments must agree with or be coercible to the first result ' +
        'argument.',

    // Writing.
    immutable: (name: string) => `The value passed to the '${name}' function cannot be changed.`,
    cannotSet: (name: string, variable: string) =>
        `'${variable}' can't be modified with '${name}' or conflicts with the name of an existing scope variable, data ` +
        'source, or other object.',
    readOnlyColumn: (column: string) => `The specified column is read-only and can't be modified: ${column}.`,
    argumentFieldMismatch: (field: string, expected: string, found: string) =>
        `The type of this argument '${field}' does not match the expected type '${expected}'. Found type '${found}'.`,
    recordExpected: 'Cannot use a non-record value in this context.',
    removeFlags: "If provided, last argument must be 'RemoveFlags.All'. Is there a typo?",

    // JSON and types.
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
    unsupportedTypeArgument: (type: string) => `Unsupported type ${type} in type argument.`,
    variableRegex: 'Regular expressions must be constant values.',
    variableRegexOptions: 'Regular expression options must be constant values.',
    invalidRegex: (fault: string) => `Invalid regular expression: ${fault}`,
    traceRecord: (parameter: string, type: string) =>
        `The parameter ${parameter} contains a property of type ${type} which is not supported.`,
} as const;
