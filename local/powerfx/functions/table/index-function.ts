import { noFields, recordType, Types } from '../../types';
import { DynamicValue, errorValue, ErrorValue, TableValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { itemOf, itemsOf } from '../json/dynamic-items';
import { isRefused } from '../refused';
import { tableArgument } from './table-argument';

const outOfRange = () => errorValue('InvalidArgument', 'Argument out of range.');

function pick(value: Value, position: number): Value {
    if (value === null || value instanceof ErrorValue) {
        return value;
    }
    if (position < 1) {
        return outOfRange();
    }
    if (value instanceof DynamicValue) {
        const items = itemsOf(value);
        if (items instanceof ErrorValue) {
            return items;
        }
        return position > items.length ? outOfRange() : itemOf(items, position - 1);
    }
    if (value instanceof TableValue) {
        const rows = [...(value.query?.first(position) ?? value).rows()];
        return position > rows.length ? outOfRange() : (rows[position - 1] ?? null);
    }
    return value;
}

/** `Index(table, position)`: the row at that place, counted from 1. */
export const indexFunction: FunctionDefinition = {
    name: 'Index',
    minimumArguments: 2,
    maximumArguments: 2,
    bind(call) {
        const given = call.argument(0);
        const isDynamic = given.type.kind === 'Dynamic';
        const source = isDynamic ? undefined : tableArgument(call, 0);
        const position = call.coerce(call.argument(1), Types.Number);
        if (isRefused(call, [given, position])) {
            return undefined;
        }
        const fields = source?.type.fields ?? noFields;
        return {
            type: isDynamic
                ? Types.Dynamic
                : fields === noFields
                  ? Types.Blank
                  : recordType(fields, source?.type.source),
            arguments: [given, position],
            compile([table, number]) {
                return (frame) => {
                    const value = table?.(frame) ?? null;
                    const wanted = number?.(frame) ?? null;
                    if (wanted instanceof ErrorValue) {
                        return value instanceof ErrorValue ? value : wanted;
                    }
                    return pick(value, typeof wanted === 'number' ? Math.trunc(wanted) : 0);
                };
            },
        };
    },
};
