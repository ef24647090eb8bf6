import { sortOrder } from '../../enumerations/tables';
import { messages } from '../../messages';
import { choiceType } from '../../types';
import { ErrorValue, MemoryTable, type Row, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { columnPath } from './delegation';
import { compareKeys, isDescending, isSortable } from './sort-order';
import { withTable } from './with-rows';
import { tableScope } from './table-scope';

/** `Sort(table, key, order)`: the rows in the order of what the formula gives for each; blank comes last. */
export const sort: FunctionDefinition = {
    name: 'Sort',
    minimumArguments: 2,
    maximumArguments: 3,
    scopeArguments: [0],
    bind(call) {
        const opened = tableScope(call, 'Sort');
        if (!opened) {
            return undefined;
        }
        const { source, scope } = opened;
        const key = call.lambda(1, scope);
        if (key.type.kind !== 'Error' && !isSortable(key.type)) {
            call.error(key.span, messages.cannotSort);
        }
        const order = call.count > 2 ? call.coerce(call.argument(2), choiceType(sortOrder)) : undefined;
        if (isRefused(call, [source, key, order ?? key])) {
            return undefined;
        }
        const origin = source.type.kind === 'Table' ? source.type.source : undefined;
        const path = columnPath(key, scope);
        const column = path !== undefined && origin?.canSort(path) ? path : undefined;
        if (origin && column === undefined) {
            call.delegationWarning(key.span, messages.notDelegable);
        }
        return {
            type: source.type,
            arguments: order ? [source, key, order] : [source, key],
            compile([evaluate, keyOf, direction]) {
                return (frame) =>
                    withTable(evaluate, frame, (table) => {
                        const given = direction?.(frame) ?? null;
                        if (given instanceof ErrorValue) {
                            return given;
                        }
                        const sorted =
                            column === undefined ? undefined : table.query?.orderBy(column, isDescending(given));
                        if (sorted) {
                            return sorted;
                        }
                        const rows: { row: Row; keys: readonly Value[] }[] = [];
                        for (const row of table.rows()) {
                            frame.run.checkDeadline();
                            // A blank row goes where blank keys go; an error in a row's place is the result.
                            const value = row === null || row instanceof ErrorValue ? row : keyOf?.(frame.enter(row));
                            if (value instanceof ErrorValue) {
                                return value;
                            }
                            rows.push({ row, keys: [value ?? null] });
                        }
                        const keys = [{ descending: isDescending(given) }];
                        rows.sort((left, right) => compareKeys(left.keys, right.keys, keys, frame.run.culture));
                        return new MemoryTable(rows.map(({ row }) => row));
                    });
            },
        };
    },
};
