/** The kinds of error and their numbers (Microsoft Power Fx, the ErrorKind enumeration). */
export const errorKindNumbers = {
    None: 0,
    Sync: 1,
    MissingRequired: 2,
    CreatePermission: 3,
    EditPermissions: 4,
    DeletePermissions: 5,
    Conflict: 6,
    NotFound: 7,
    ConstraintViolated: 8,
    GeneratedValue: 9,
    ReadOnlyValue: 10,
    Validation: 11,
    Unknown: 12,
    Div0: 13,
    BadLanguageCode: 14,
    BadRegex: 15,
    InvalidFunctionUsage: 16,
    FileNotFound: 17,
    AnalysisError: 18,
    ReadPermission: 19,
    NotSupported: 20,
    InsufficientMemory: 21,
    QuotaExceeded: 22,
    Network: 23,
    Numeric: 24,
    InvalidArgument: 25,
    Internal: 26,
    NotApplicable: 27,
    Timeout: 28,
    ServiceUnavailable: 29,
    InvalidJSON: 30,
    Custom: 1000,
} as const;

export type ErrorKindName = keyof typeof errorKindNumbers;

export interface ErrorDetail {
    /** The name of the kind, or its number where no kind has that number. */
    readonly kind: ErrorKindName | number;
    readonly message: string;
    /** Where it came from, for `FirstError.Source` and `FirstError.Observed`. */
    readonly source?: string;
    readonly httpStatusCode?: number;
    readonly httpResponse?: string;
}

/** One or more errors; flows through every operator and function that does not deal with errors. */
export class ErrorValue {
    constructor(readonly errors: readonly ErrorDetail[]) {}
}

/** One error of this kind. */
export function errorValue(kind: ErrorKindName, message: string): ErrorValue {
    return new ErrorValue([{ kind, message }]);
}

/** The errors of all, in order, as one value. */
export function joinErrors(errors: readonly ErrorValue[]): ErrorValue {
    const [first] = errors;
    return first && errors.length === 1 ? first : new ErrorValue(errors.flatMap((error) => error.errors));
}
