import { DataverseError, ErrorCode } from '../../errors';
import { isReference, sameValue } from '../row-storage';
import type { Draft } from './draft';
import { resulting } from './draft';

/**
 * No two rows have the same values in all columns of a key. A key with an empty column holds nobody back.
 * @throws DataverseError 0x80060892 that names key and columns
 */
export function checkAlternateKeys(draft: Draft): void {
    const { pipeline, plan, before, values, id } = draft;
    const { table } = plan;
    for (const key of table.keys) {
        const changes = key.columns.some((column) => column in values && !sameValue(before?.[column], values[column]));
        if (!changes) {
            continue;
        }
        const parameters = key.columns.map((column) => {
            const value = resulting(draft, column);
            return isReference(value) ? value.id : typeof value === 'boolean' ? Number(value) : value;
        });
        if (parameters.includes(null)) {
            continue;
        }
        const conditions = key.columns.map((column) =>
            typeof resulting(draft, column) === 'string' ? `fold("${column}") = fold(?)` : `"${column}" = ?`,
        );
        const found = pipeline.environment.store
            .prepare(
                `SELECT 1 FROM "${table.logicalName}" WHERE ${conditions.join(' AND ')} AND "${table.primaryIdColumn}" <> ?`,
            )
            .get(...parameters, id);
        if (found !== undefined) {
            throw new DataverseError(
                ErrorCode.DuplicateRecordEntityKey,
                `Entity Key ${key.logicalName} violated. A record with the same value for ${key.columns.join(', ')} ` +
                    'already exists. A duplicate record cannot be created. Select one or more unique values and try again.',
            );
        }
    }
}
