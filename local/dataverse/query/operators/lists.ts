/** Several values: lists, ranges and choices columns. */
import { DataverseError, ErrorCode } from '../../errors';
import type { ConditionValue } from '../model';
import { FALSE, join, sql, type SqlFragment } from '../sql/fragment';
import { comparable, comparableValue } from './comparison';
import type { Operand, Operator } from './operator';

const LONG_LIST = 8;

function among(operand: Operand, values: readonly ConditionValue[]): SqlFragment {
    if (values.length === 0) return FALSE;
    if (values.length > LONG_LIST && !operand.isText) {
        // One parameter instead of hundreds: lists of any length share one compiled statement.
        const json = JSON.stringify(values.map((value) => operand.convert(value)));
        return sql`${operand.stored} IN (SELECT value FROM json_each(${json}))`;
    }
    const converted = values.map((value) => comparableValue(operand, value));
    return sql`${comparable(operand)} IN (${join(converted, ', ')})`;
}

function between(operand: Operand, values: readonly ConditionValue[]): SqlFragment {
    const [low = null, high = null] = values;
    return sql`${comparable(operand)} BETWEEN ${comparableValue(operand, low)} AND ${comparableValue(operand, high)}`;
}

/** A choices column is stored as `,1,2,`: it holds 2 when it contains `,2,`. */
function holdsAny(operand: Operand, values: readonly ConditionValue[]): SqlFragment {
    if (operand.column.type !== 'MultiSelectPicklist') {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            `contain-values works on choices columns only; "${operand.column.logicalName}" is ${operand.column.type}. Use "in" instead.`,
        );
    }
    if (values.length === 0) return FALSE;
    const tests = values.map((value) => sql`instr(${operand.stored}, ${`,${Number(value)},`}) > 0`);
    return sql`(${join(tests, ' OR ')})`;
}

const orEmpty = (operand: Operand, test: SqlFragment): SqlFragment => sql`(NOT (${test}) OR ${operand.stored} IS NULL)`;

export const listOperators: readonly Operator[] = [
    { name: 'in', values: 'many', queryFunction: 'In', toSql: among },
    {
        name: 'not-in',
        values: 'many',
        queryFunction: 'NotIn',
        toSql: (operand, values) => orEmpty(operand, among(operand, values)),
    },
    { name: 'between', values: 'two', queryFunction: 'Between', toSql: between },
    {
        name: 'not-between',
        values: 'two',
        queryFunction: 'NotBetween',
        toSql: (operand, values) => sql`NOT (${between(operand, values)})`,
    },
    { name: 'contain-values', values: 'many', queryFunction: 'ContainValues', toSql: holdsAny },
    {
        name: 'not-contain-values',
        values: 'many',
        queryFunction: 'DoesNotContainValues',
        toSql: (operand, values) => orEmpty(operand, holdsAny(operand, values)),
    },
];
