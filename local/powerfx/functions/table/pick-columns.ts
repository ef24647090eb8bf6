import { eachField, fieldsOf } from '../../types';
import { MemoryRecord } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { mapRows, rowsArgument } from './rows-of';

/** A function that leaves some of the columns, and what the named ones are to it. */
export function pickColumns(name: string, keepsNamed: boolean): FunctionDefinition {
    return {
        name,
        minimumArguments: 2,
        maximumArguments: Infinity,
        columnArguments: (index) => index > 0,
        bind(call) {
            const source = rowsArgument(call, 0);
            if (!source) {
                return undefined;
            }
            const named = new Set<string>();
            for (let index = 1; index < call.count; index++) {
                const column = call.column(index, source.fields);
                if (column) {
                    named.add(column.name);
                }
            }
            if (call.hasErrors) {
                call.invalidArguments();
                return undefined;
            }
            const kept = [...eachField(source.fields)].filter((field) => named.has(field.name) === keepsNamed);
            const names = kept.map((field) => field.name);
            return {
                type: source.withFields(fieldsOf(kept)),
                arguments: [source.node],
                compile: ([evaluate]) => {
                    return (frame) =>
                        mapRows(
                            evaluate,
                            frame,
                            (record) => new MemoryRecord(names.map((name) => [name, record.get(name)] as const)),
                        );
                },
            };
        },
    };
}
