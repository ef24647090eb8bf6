/** Whether a column holds anything. */
import { sql } from '../sql/fragment';
import type { Operator } from './operator';

export const emptyOperators: readonly Operator[] = [
    { name: 'null', values: 'none', toSql: (operand) => sql`${operand.stored} IS NULL` },
    { name: 'not-null', values: 'none', toSql: (operand) => sql`${operand.stored} IS NOT NULL` },
];
