/** Conditions of formulas as conditions of the query. */
import {
    ChoiceValue,
    DateTimeValue,
    DateValue,
    Decimal,
    GuidValue,
    TableValue,
    floatFromDecimal,
    type QueryCondition,
    type TimeZone,
    type Value as FormulaValue,
} from '../../powerfx';
import type { Metadata } from '../metadata/metadata';
import type { Column, Table } from '../metadata/types';
import type { Condition, ConditionValue, Filter } from '../query/model';
import { resolveColumnPath, type ResolvedColumn } from './column-path';
import { storedDate } from './from-formula';
import type { LookupJoins } from './lookup-joins';

type Compare = Extract<QueryCondition, { readonly kind: 'compare' }>;

/** In milliseconds. */
const DAY = 86_400_000;
const ORDERS = { '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' } as const;
const ALWAYS: Filter = { kind: 'filter', type: 'and', conditions: [] };
const NEVER: Filter = { ...ALWAYS, negated: true };

/**
 * @param joins collects the joins that paths through lookups need
 * @returns undefined when the query cannot say the same as the formula
 */
export function toQueryFilter(
    condition: QueryCondition,
    metadata: Metadata,
    table: Table,
    joins: LookupJoins,
    timeZone: TimeZone,
): Filter | undefined {
    switch (condition.kind) {
        case 'compare':
            return compare(condition, metadata, table, joins, timeZone);
        case 'and':
        case 'or': {
            const parts = condition.conditions.map((each) => toQueryFilter(each, metadata, table, joins, timeZone));
            const known = parts.filter((part) => part !== undefined);
            if (known.length < parts.length) return undefined;
            if (condition.kind === 'or' && known.length === 0) return NEVER;
            return { kind: 'filter', type: condition.kind, conditions: known };
        }
        case 'not': {
            const inner = toQueryFilter(condition.condition, metadata, table, joins, timeZone);
            return inner && { kind: 'filter', type: 'and', negated: true, conditions: [inner] };
        }
    }
}

function compare(
    { column: path, operator, value }: Compare,
    metadata: Metadata,
    table: Table,
    joins: LookupJoins,
    timeZone: TimeZone,
): Filter | undefined {
    const found = resolveColumnPath(metadata, table, path);
    if (!found) return undefined;
    const place = { ...joins.to(found), column: found.column.logicalName };
    const test = (name: string, values: readonly ConditionValue[]): Condition => ({
        kind: 'condition',
        operator: name,
        values,
        ...place,
    });
    const plain = (value_: FormulaValue): ConditionValue | undefined => plainValue(found.column, value_, timeZone);
    switch (operator) {
        case '=':
        case '<>': {
            const wanted = plain(value);
            if (wanted === undefined) return undefined;
            if (wanted === null) return allOf(test(operator === '=' ? 'null' : 'not-null', []));
            // Empty text is stored as no value, and is not the same as blank: no row has it.
            if (wanted === '') return operator === '=' ? NEVER : ALWAYS;
            return allOf(test(operator === '=' ? 'eq' : 'ne', [wanted]));
        }
        case '<':
        case '<=':
        case '>':
        case '>=':
            return inOrder(found, operator, value, test, plain);
        case 'startsWith':
        case 'endsWith':
        case 'contains':
            return pattern(operator, value, test);
        case 'in':
            return oneOf(value, test, plain);
    }
}

const allOf = (...conditions: readonly Condition[]): Filter => ({ kind: 'filter', type: 'and', conditions });
const anyOf = (...conditions: readonly Condition[]): Filter => ({ kind: 'filter', type: 'or', conditions });

/** In an order, Power Fx takes an empty number for 0; the query leaves empty columns out, so they are asked for. */
function inOrder(
    { column }: ResolvedColumn,
    operator: '<' | '<=' | '>' | '>=',
    value: FormulaValue,
    test: (name: string, values: readonly ConditionValue[]) => Condition,
    plain: (value: FormulaValue) => ConditionValue | undefined,
): Filter | undefined {
    const isDate = column.type === 'DateTime';
    const wanted = value === null && !isDate ? 0 : plain(value);
    if (wanted === undefined || wanted === null) return undefined;
    const own = test(ORDERS[operator], [wanted]);
    if (isDate) {
        // The day 0 of the calendar lies before every date that the platform stores.
        return operator === '<' || operator === '<=' ? anyOf(own, test('null', [])) : allOf(own);
    }
    return holds(0, operator, Number(wanted)) ? anyOf(own, test('null', [])) : allOf(own);
}

function holds(left: number, operator: '<' | '<=' | '>' | '>=', right: number): boolean {
    switch (operator) {
        case '<':
            return left < right;
        case '<=':
            return left <= right;
        case '>':
            return left > right;
        case '>=':
            return left >= right;
    }
}

function pattern(
    operator: 'startsWith' | 'endsWith' | 'contains',
    value: FormulaValue,
    test: (name: string, values: readonly ConditionValue[]) => Condition,
): Filter | undefined {
    if (value !== null && typeof value !== 'string') return undefined;
    const text = (value ?? '').replace(/[%_[]/g, '[$&]');
    // Every text begins with the empty one, also the empty text of a blank.
    if (text === '') return ALWAYS;
    switch (operator) {
        case 'startsWith':
            return allOf(test('begins-with', [text]));
        case 'endsWith':
            return allOf(test('ends-with', [text]));
        case 'contains':
            return allOf(test('like', [`%${text}%`]));
    }
}

/** `column in table of one column`. */
function oneOf(
    value: FormulaValue,
    test: (name: string, values: readonly ConditionValue[]) => Condition,
    plain: (value: FormulaValue) => ConditionValue | undefined,
): Filter | undefined {
    if (!(value instanceof TableValue)) return undefined;
    const wanted: ConditionValue[] = [];
    let hasBlank = false;
    for (const row of value.rows()) {
        if (row !== null && !('get' in row)) return undefined;
        const [name] = row?.names() ?? [];
        const item = row && name !== undefined ? plain(row.get(name)) : null;
        if (item === undefined) return undefined;
        if (item === null) hasBlank = true;
        else wanted.push(item);
    }
    const tests = [...(wanted.length > 0 ? [test('in', wanted)] : []), ...(hasBlank ? [test('null', [])] : [])];
    return tests.length === 0 ? NEVER : anyOf(...tests);
}

/** @returns undefined for a value that the column cannot be compared with in a query */
function plainValue(column: Column, value: FormulaValue, timeZone: TimeZone): ConditionValue | undefined {
    if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') {
        return value;
    }
    if (value instanceof Decimal) return floatFromDecimal(value);
    if (value instanceof ChoiceValue) return value.option.value;
    if (value instanceof GuidValue) return value.text;
    if (value instanceof DateValue || value instanceof DateTimeValue) {
        return dateOf(column, value.milliseconds, timeZone);
    }
    return undefined;
}

function dateOf(column: Column, wall: number, timeZone: TimeZone): string | undefined {
    // A day has no time to compare with.
    if (column.dateTimeBehavior === 'DateOnly' && wall % DAY !== 0) return undefined;
    return storedDate(column, wall, timeZone);
}
