/** Refusals of the pipeline as errors of the formula that led to them. */
import { ErrorValue, type ErrorKindName } from '../../powerfx';
import { DataverseError, ErrorCode } from '../errors';

/** What the formula was doing. */
export type Action = 'read' | 'create' | 'update' | 'delete';

const PERMISSIONS: Readonly<Record<Action, ErrorKindName>> = {
    read: 'ReadPermission',
    create: 'CreatePermission',
    update: 'EditPermissions',
    delete: 'DeletePermissions',
};

const KINDS: ReadonlyMap<number, ErrorKindName> = new Map<number, ErrorKindName>([
    [ErrorCode.ObjectDoesNotExist, 'NotFound'],
    [ErrorCode.RecordNotFoundByEntityKey, 'NotFound'],
    [ErrorCode.ConcurrencyVersionMismatch, 'Conflict'],
    [ErrorCode.DuplicateRecord, 'ConstraintViolated'],
    [ErrorCode.DuplicateRecordsFound, 'ConstraintViolated'],
    [ErrorCode.DuplicateRecordEntityKey, 'ConstraintViolated'],
    [ErrorCode.CannotDeleteDueToAssociation, 'ConstraintViolated'],
    [ErrorCode.CannotUpdateBecauseItIsReadOnly, 'ReadOnlyValue'],
    [ErrorCode.InvalidArgument, 'InvalidArgument'],
    [ErrorCode.InvalidStateCodeStatusCode, 'Validation'],
    [ErrorCode.StringLengthTooLong, 'Validation'],
    [ErrorCode.IncorrectAttributeValueType, 'Validation'],
    [ErrorCode.IsvAborted, 'Custom'],
    [ErrorCode.NotSupported, 'NotSupported'],
    [ErrorCode.RequiredFieldMissing, 'MissingRequired'],
    [ErrorCode.IntegerValueOutOfRange, 'Validation'],
    [ErrorCode.DecimalValueOutOfRange, 'Validation'],
    [ErrorCode.PicklistValueOutOfRange, 'Validation'],
]);

/** Too deep, or too long: no formula goes on after that, whatever it does about errors. */
const FATAL: ReadonlySet<number> = new Set([
    ErrorCode.SdkCorrelationTokenDepthTooHigh,
    ErrorCode.SandboxWorkerPluginExecuteTimeout,
]);

/**
 * @returns the error that a formula sees, with the server's own message
 * @throws whatever is no refusal, and refusals that end the run
 */
export function serverError(error: unknown, action: Action): ErrorValue {
    if (!(error instanceof DataverseError) || FATAL.has(error.code)) {
        throw error;
    }
    const isPermission = error.code === ErrorCode.PrivilegeDenied || error.code === ErrorCode.PrincipalPrivilegeDenied;
    const kind = isPermission ? PERMISSIONS[action] : (KINDS.get(error.code) ?? 'Unknown');
    return new ErrorValue([{ kind, message: error.message, httpStatusCode: error.httpStatus }]);
}
