import { DataverseError, ErrorCode } from '../../errors';
import type { Draft } from './draft';

/** Gives new rows the default values of their columns. */
export function setDefaults(draft: Draft): void {
    for (const [column, value] of draft.plan.defaults) {
        if (draft.values[column] === undefined) {
            draft.values[column] = value;
        }
    }
}

/**
 * Columns the system itself requires. What only the business requires is checked by forms, not by the platform.
 * @throws DataverseError 0x80040200 that names the column
 */
export function checkRequired(draft: Draft): void {
    for (const { logicalName } of draft.plan.required) {
        const value = draft.values[logicalName];
        if (draft.before === undefined ? value === undefined || value === null : value === null) {
            throw new DataverseError(
                ErrorCode.RequiredFieldMissing,
                `Required field '${logicalName}' is missing in ${draft.plan.table.logicalName}.`,
            );
        }
    }
}
