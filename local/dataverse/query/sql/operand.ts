/** The left side of a condition. */
import type { Column } from '../../metadata/types';
import type { Operand } from '../operators/operator';
import { columnSql } from './column-sql';
import { convertValue } from './convert-value';
import type { QueryScope, TableScope } from './scope';

/** Whether values of the column are texts that Dataverse compares without case and accents. */
export function isTextColumn(column: Column): boolean {
    return column.type === 'String' || column.type === 'Memo' || column.type === 'Virtual';
}

export const operandOf = (scope: TableScope, column: Column, query: QueryScope): Operand => ({
    column,
    stored: columnSql(scope, column, query),
    isText: isTextColumn(column),
    convert: (value) => convertValue(column, value, query.operators.settings.timeZone, query.metadata),
});
