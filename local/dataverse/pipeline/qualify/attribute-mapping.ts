/**
 * Values that one row hands on to a row made from it, as the environment's maps between tables say
 * (Microsoft Learn, "Map table columns"). The maps are rows: whoever changes them changes what is copied.
 */
import { DataverseError, ErrorCode } from '../../errors';
import type { Column, Table } from '../../metadata/types';
import { isReference } from '../row-storage';
import type { Environment, Row, Value } from '../types';

/**
 * Values for a new row of `targetTable`. Empty columns hand on nothing.
 * @throws DataverseError that names both columns when a value does not fit the target
 */
export function mapRow(environment: Environment, sourceTable: string, targetTable: string, source: Row): Row {
    const from = environment.metadata.table(sourceTable);
    const to = environment.metadata.table(targetTable);
    const values: { [column: string]: Value } = {};
    for (const { sourceColumn, targetColumn } of readMap(environment, sourceTable, targetTable)) {
        const value = source[sourceColumn] ?? null;
        const column = to.columns.get(targetColumn);
        if (value !== null && column) {
            const fitting = fit(from, sourceColumn, value, to, column);
            if (fitting !== undefined) {
                values[targetColumn] = fitting;
            }
        }
    }
    return values;
}

interface ColumnPair {
    readonly sourceColumn: string;
    readonly targetColumn: string;
}

function readMap(environment: Environment, sourceTable: string, targetTable: string): readonly ColumnPair[] {
    return environment.store
        .prepare<ColumnPair>(
            `SELECT a.sourceattributename AS sourceColumn, a.targetattributename AS targetColumn
             FROM entitymap e JOIN attributemap a ON a.entitymapid = e.entitymapid
             WHERE e.sourceentityname = ? AND e.targetentityname = ? ORDER BY a.rowid`,
        )
        .all(sourceTable, targetTable);
}

/** The value as the target takes it; undefined when it cannot point to where the source points. */
function fit(from: Table, sourceColumn: string, value: Value, to: Table, column: Column): Value | undefined {
    const where = `'${sourceColumn}' of the ${from.logicalName} is mapped to '${column.logicalName}' of ${to.logicalName}`;
    if (isReference(value)) {
        return column.targets?.includes(value.table) ? value : undefined;
    }
    if (typeof value === 'string' && column.maxLength !== undefined && value.length > column.maxLength) {
        throw new DataverseError(
            ErrorCode.StringLengthTooLong,
            `A validation error occurred. A string value provided is too long: ${where}, which holds ` +
                `${column.maxLength} characters; the text has ${value.length}. Shorten it, or change the map.`,
        );
    }
    if (
        typeof value === 'number' &&
        column.type === 'Picklist' &&
        !column.optionSet?.options.some((option) => option.value === value)
    ) {
        throw new DataverseError(
            ErrorCode.PicklistValueOutOfRange,
            `A validation error occurred. The value ${value} is outside the valid range: ${where}, which has no such ` +
                'choice. Give both choices the same values, or change the map.',
        );
    }
    return value;
}
