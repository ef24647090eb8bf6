/** Patterns in text. Values may hold SQL Server's wildcards `%`, `_`, `[…]`, `[^…]`, as on the platform. */
import type { ConditionValue } from '../model';
import { sql, type SqlFragment } from '../sql/fragment';
import type { Operand, Operator } from './operator';

const textOf = (values: readonly ConditionValue[]): string => String(values[0] ?? '');

function matches(operand: Operand, pattern: string): SqlFragment {
    // SQLite's LIKE knows no character sets; like_fold does, but cannot be optimised.
    if (pattern.includes('[')) return sql`like_fold(${pattern}, ${operand.stored})`;
    return sql`fold(${operand.stored}) LIKE fold(${pattern})`;
}

const pattern = (name: string, make: (text: string) => string): Operator => ({
    name,
    values: 'one',
    toSql: (operand, values) => matches(operand, make(textOf(values))),
});

const notPattern = (name: string, make: (text: string) => string): Operator => ({
    name,
    values: 'one',
    toSql: (operand, values) => sql`(NOT (${matches(operand, make(textOf(values)))}) OR ${operand.stored} IS NULL)`,
});

const same = (text: string): string => text;
const begins = (text: string): string => `${text}%`;
const ends = (text: string): string => `%${text}`;

export const textOperators: readonly Operator[] = [
    pattern('like', same),
    notPattern('not-like', same),
    pattern('begins-with', begins),
    notPattern('not-begin-with', begins),
    pattern('ends-with', ends),
    notPattern('not-end-with', ends),
];
