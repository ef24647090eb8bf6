import { messages } from '../../messages';
import { Types } from '../../types';
import { DynamicValue, ErrorValue, MemoryTable, type TableValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { itemsOf } from '../json/dynamic-items';
import { isRefused } from '../refused';
import { tableArgument } from './table-argument';

function someOf(name: string, pick: <T>(all: readonly T[], count: number) => readonly T[]): FunctionDefinition {
    const takeRows = (table: TableValue, count: number): TableValue => {
        const limited = name === 'FirstN' ? table.query?.first(count) : undefined;
        return limited ?? new MemoryTable(pick([...table.rows()], count));
    };
    const take = (value: Value, count: number): Value => {
        if (!(value instanceof DynamicValue)) {
            return value === null || value instanceof ErrorValue ? value : takeRows(value as TableValue, count);
        }
        const items = itemsOf(value);
        return items instanceof ErrorValue ? items : new DynamicValue(pick(items, count));
    };
    return {
        name,
        minimumArguments: 1,
        maximumArguments: 2,
        bind(call) {
            if (call.count < 2) {
                call.error(call.span, messages.argumentCount(call.count, 2));
                call.invalidArguments();
                return undefined;
            }
            const given = call.argument(0);
            const source = given.type.kind === 'Dynamic' ? { node: given } : tableArgument(call, 0);
            const count = call.coerce(call.argument(1), Types.Number);
            if (!source || isRefused(call, [source.node, count])) {
                return undefined;
            }
            return {
                type: given.type,
                arguments: [given, count],
                compile([table, number]) {
                    return (frame) => {
                        const value = table?.(frame) ?? null;
                        const wanted = number?.(frame) ?? null;
                        if (value instanceof ErrorValue) {
                            return value;
                        }
                        if (wanted instanceof ErrorValue) {
                            return wanted;
                        }
                        return take(value, typeof wanted === 'number' ? Math.max(0, Math.trunc(wanted)) : 0);
                    };
                },
            };
        },
    };
}

/** `FirstN(table, count)`: its first rows. */
export const firstN = someOf('FirstN', (all, count) => all.slice(0, count));

/** `LastN(table, count)`: its last rows. */
export const lastN = someOf('LastN', (all, count) => (count === 0 ? [] : all.slice(-count)));
