/** Equality and order. */
import type { ConditionValue } from '../model';
import { raw, sql, type SqlFragment } from '../sql/fragment';
import type { Operand, Operator } from './operator';

/** Text is compared without case and accents; SQL gets both sides folded. */
export const comparable = (operand: Operand): SqlFragment =>
    operand.isText ? sql`fold(${operand.stored})` : operand.stored;

export function comparableValue(operand: Operand, value: ConditionValue): SqlFragment {
    const converted = operand.convert(value);
    return operand.isText ? sql`fold(${converted})` : sql`${converted}`;
}

const only = (values: readonly ConditionValue[]): ConditionValue => values[0] ?? null;

const compare = (name: string, symbol: string): Operator => ({
    name,
    values: 'one',
    toSql: (operand, values) => sql`${comparable(operand)} ${raw(symbol)} ${comparableValue(operand, only(values))}`,
});

/** Unlike SQL's, Dataverse's "not equal" also answers the rows where the column is empty. */
const notEqual = (name: string): Operator => ({
    name,
    values: 'one',
    toSql: (operand, values) =>
        sql`(${comparable(operand)} <> ${comparableValue(operand, only(values))} OR ${operand.stored} IS NULL)`,
});

export const comparisonOperators: readonly Operator[] = [
    compare('eq', '='),
    notEqual('ne'),
    notEqual('neq'),
    compare('gt', '>'),
    compare('ge', '>='),
    compare('lt', '<'),
    compare('le', '<='),
];
