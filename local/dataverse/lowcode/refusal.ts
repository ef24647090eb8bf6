import type { ErrorValue, FormulaError } from '../../powerfx';
import { DataverseError, ErrorCode } from '../errors';

/** An error that a formula leaves unhandled: its message refuses what the user asked for. */
export function refusalOf(error: ErrorValue): DataverseError {
    const messages = [...new Set(error.errors.map(({ message }) => message).filter((message) => message !== ''))];
    const kinds = error.errors.map(({ kind }) => String(kind)).join(', ');
    return new DataverseError(ErrorCode.IsvAborted, messages.join('\n') || `The formula failed (${kinds}).`);
}

/** A formula that cannot be compiled, with the places of its faults: start and end as offsets in its text. */
export function faultsOf(name: string, error: FormulaError): DataverseError {
    const faults = error.problems.map(({ start, end, message }) => `Error ${start}-${end}: ${message}`);
    return new DataverseError(ErrorCode.IsvAborted, `The formula of ${name} cannot be compiled. ${faults.join('|')}`);
}
