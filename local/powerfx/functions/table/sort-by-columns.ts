import type { BoundNode } from '../../binding/bound-node';
import { sortOrder } from '../../enumerations/tables';
import { messages } from '../../messages';
import { choiceType, eachField, onlyField, Types, type Fields } from '../../types';
import { ErrorValue, errorValue, MemoryTable, RecordValue, TableValue, type Row, type Value } from '../../values';
import type { CallBinder, FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { isSameValue } from '../same-value';
import { compareKeys, isDescending, isSortable, type SortKey } from './sort-order';
import { withTable } from './with-rows';

/** A column named outright, or a text that says at run time which one is meant. */
function columnNode(call: CallBinder, index: number, fields: Fields): BoundNode {
    const { name, owner, asName } = call.argumentForm(index);
    const named =
        name !== undefined && owner === undefined && asName === undefined
            ? (fields.find(name) ?? fields.findByDisplayName(name))
            : undefined;
    const span = call.argumentSpan(index);
    const node: BoundNode = named
        ? { kind: 'constant', span, type: Types.Text, value: named.name }
        : call.coerce(call.argument(index), Types.Text);
    if (node.kind === 'constant' && typeof node.value === 'string') {
        const field = fields.find(node.value);
        if (!field) {
            call.error(span, messages.unknownColumn(node.value));
        } else if (!isSortable(field.type)) {
            call.error(span, messages.cannotSort);
        }
    }
    return node;
}

function unknownColumn(name: string): ErrorValue {
    return errorValue(
        'InvalidFunctionUsage',
        `The specified column '${name}' does not exist or is an invalid sort column type.`,
    );
}

/** Puts rows in the order in which their column's values are listed; the others follow, blank last. */
function sortByList(table: TableValue, column: string, list: TableValue, listColumn: string): Value {
    const order: Value[] = [];
    for (const row of list.rows()) {
        const value = row instanceof RecordValue ? row.get(listColumn) : row;
        if (value instanceof ErrorValue) {
            return value;
        }
        if (value === null) {
            continue;
        }
        if (order.some((other) => isSameValue(other, value))) {
            return errorValue('InvalidArgument', "Order table can't have duplicate values");
        }
        order.push(value);
    }
    const rows: { row: Row; place: number }[] = [];
    for (const row of table.rows()) {
        const value = row instanceof RecordValue ? row.get(column) : row;
        if (value instanceof ErrorValue) {
            return value;
        }
        const found = value === null ? Infinity : order.findIndex((other) => isSameValue(other, value));
        rows.push({ row, place: found < 0 ? order.length : found });
    }
    // Two rows without a place have the same, infinite one.
    rows.sort((left, right) => (left.place === right.place ? 0 : left.place - right.place));
    return new MemoryTable(rows.map(({ row }) => row));
}

function sortByNames(table: TableValue, names: readonly string[], keys: readonly SortKey[], culture: string): Value {
    const rows: { row: Row; values: readonly Value[] }[] = [];
    for (const row of table.rows()) {
        if (row instanceof ErrorValue) {
            return row;
        }
        const values = names.map((name) => row?.get(name) ?? null);
        const failed = values.find((value) => value instanceof ErrorValue);
        if (failed) {
            return failed;
        }
        rows.push({ row, values });
    }
    rows.sort((left, right) => compareKeys(left.values, right.values, keys, culture));
    return new MemoryTable(rows.map(({ row }) => row));
}

/**
 * `SortByColumns(table, column, order, …)`: the rows in the order of columns; or, with a one-column table for the
 * order, in the order in which that lists the column's values.
 */
export const sortByColumns: FunctionDefinition = {
    name: 'SortByColumns',
    minimumArguments: 2,
    maximumArguments: Infinity,
    scopeArguments: [0],
    bind(call) {
        const source = call.argument(0);
        if (source.type.kind !== 'Table') {
            call.openScope(0);
            call.invalidArguments();
            return undefined;
        }
        const { fields } = source.type;
        const known = new Set([...eachField(fields)].map((field) => field.name));
        const isListed = call.count === 3 && call.argument(2).type.kind === 'Table';
        const columns = [];
        const orders: BoundNode[] = [];
        for (let index = 1; index < call.count; index += 2) {
            columns.push(columnNode(call, index, fields));
            if (index + 1 < call.count) {
                const order = call.argument(index + 1);
                orders.push(isListed ? order : call.coerce(order, choiceType(sortOrder)));
            }
        }
        const list = isListed ? orders[0] : undefined;
        const listColumn = list?.type.kind === 'Table' ? onlyField(list.type.fields) : undefined;
        if (list && !listColumn) {
            call.error(list.span, messages.oneColumnTable);
        }
        if (isRefused(call, [source, ...columns, ...orders])) {
            return undefined;
        }
        return {
            type: source.type,
            arguments: [source, ...columns, ...orders],
            compile([evaluate, ...rest]) {
                const names = rest.slice(0, columns.length);
                const directions = rest.slice(columns.length);
                return (frame) =>
                    withTable(evaluate, frame, (table) => {
                        const values = [...names, ...directions].map((argument) => argument(frame));
                        const failed = values.find((value) => value instanceof ErrorValue);
                        if (failed !== undefined) {
                            return failed;
                        }
                        const texts = values.slice(0, names.length).map((value) => String(value ?? ''));
                        const missing = texts.find((name) => !known.has(name));
                        if (missing !== undefined) {
                            return unknownColumn(missing);
                        }
                        const given = values.slice(names.length);
                        const [listed = null] = given;
                        if (listColumn) {
                            return listed instanceof TableValue
                                ? sortByList(table, texts[0] ?? '', listed, listColumn.name)
                                : listed;
                        }
                        const keys = texts.map((_, index) => ({ descending: isDescending(given[index] ?? null) }));
                        return sortByNames(table, texts, keys, frame.run.culture);
                    });
            },
        };
    },
};
