/**
 * The one error of the local Dataverse. Codes and names are Dataverse's own
 * (Microsoft Learn, "Web service error codes").
 */
export class DataverseError extends Error {
    /**
     * @param code unsigned 32-bit code, such as 0x80040217
     * @param httpStatus status the Web API answers with; 400 when the code has no other
     * @param details by name; the Web API answers each as `@Microsoft.PowerApps.CDS.ErrorDetails.<name>`
     */
    constructor(
        readonly code: number,
        message: string,
        readonly httpStatus: number = DEFAULT_STATUS.get(code) ?? 400,
        readonly details: Readonly<Record<string, string>> = {},
    ) {
        super(message);
        this.name = 'DataverseError';
    }

    /** The code as the platform prints it: `0x80040217`. */
    get hexCode(): string {
        return `0x${this.code.toString(16).padStart(8, '0')}`;
    }
}

/** Codes that more than one place uses, by the platform's name. A code that a single rule uses stands with that rule. */
export const ErrorCode = {
    Unexpected: 0x80040216,
    ObjectDoesNotExist: 0x80040217,
    PrivilegeDenied: 0x80040220,
    InvalidArgument: 0x80040203,
    IsvAborted: 0x80040265,
    DuplicateRecord: 0x80040237,
    DuplicateRecordsFound: 0x80040333,
    ConcurrencyVersionMismatch: 0x80060882,
    RecordNotFoundByEntityKey: 0x80060891,
    UnknownResource: 0x80060888,
    InvalidPayload: 0x80048d19,
    InvalidStateCodeStatusCode: 0x80048408,
    CannotDeleteDueToAssociation: 0x80040227,
    CannotUpdateBecauseItIsReadOnly: 0x8004022e,
    PrincipalPrivilegeDenied: 0x80040231,
    DuplicateRecordEntityKey: 0x80060892,
    StringLengthTooLong: 0x80044331,
    IncorrectAttributeValueType: 0x80044354,
    ColumnDoesNotExist: 0x80041103,
    NotSupported: 0x80040800,
    RequiredFieldMissing: 0x80040200,
    IntegerValueOutOfRange: 0x8004432f,
    DecimalValueOutOfRange: 0x80044330,
    PicklistValueOutOfRange: 0x8004431a,
    InsertOptionValueInvalidType: 0x80044320,
    SdkCorrelationTokenDepthTooHigh: 0x80044182,
    SandboxWorkerPluginExecuteTimeout: 0x80081111,
} as const;

const DEFAULT_STATUS: ReadonlyMap<number, number> = new Map([
    [ErrorCode.ObjectDoesNotExist, 404],
    [ErrorCode.RecordNotFoundByEntityKey, 404],
    [ErrorCode.PrivilegeDenied, 403],
    [ErrorCode.PrincipalPrivilegeDenied, 403],
    [ErrorCode.CannotDeleteDueToAssociation, 405],
    [ErrorCode.DuplicateRecordEntityKey, 412],
    [ErrorCode.DuplicateRecord, 412],
    [ErrorCode.DuplicateRecordsFound, 412],
    [ErrorCode.ConcurrencyVersionMismatch, 412],
    [ErrorCode.NotSupported, 501],
]);

/**
 * For whatever the platform has and this one does not have yet.
 * @param what the thing in words, such as `FetchXML operator "under"`
 */
export function notSupportedHere(what: string): DataverseError {
    return new DataverseError(ErrorCode.NotSupported, `${what} is not supported here (local Dataverse).`, 501);
}
