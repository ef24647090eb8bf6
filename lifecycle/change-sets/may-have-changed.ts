import { ErrorCode } from '../web-api/error-code';
import type { Problem } from '../web-api/web-api';

const CODES: ReadonlySet<number> = new Set([
    ErrorCode.versionMismatch,
    ErrorCode.objectDoesNotExist,
    ErrorCode.leadAlreadyClosed,
    ErrorCode.duplicateRecord,
]);

const PRECONDITION_FAILED = 412;

/**
 * Whether a refusal may mean that a row, or what it is linked to, is not what it was when it was read; or that the very
 * same change has been carried out before. Which of them it is has to be read.
 */
export function mayHaveChanged({ status, code }: Problem): boolean {
    return status === PRECONDITION_FAILED || CODES.has(code);
}
