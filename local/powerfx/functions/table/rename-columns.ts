import { messages } from '../../messages';
import { eachField, fieldsOf, type Field } from '../../types';
import { MemoryRecord } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { mapRows, rowsArgument } from './rows-of';

/** `RenameColumns(table or record, old name, new name, …)`: with other names for some columns. */
export const renameColumns: FunctionDefinition = {
    name: 'RenameColumns',
    minimumArguments: 3,
    maximumArguments: Infinity,
    columnArguments: (index) => index > 0,
    bind(call) {
        const source = rowsArgument(call, 0);
        if (call.count % 2 === 0) {
            call.error(call.span, messages.oddArgumentCount(call.count));
            return undefined;
        }
        if (!source) {
            return undefined;
        }
        const renamed = new Map<string, string>();
        const taken = new Set(source.fields.names());
        for (let index = 1; index + 1 < call.count; index += 2) {
            const column = call.column(index, source.fields);
            const name = column && call.newColumnName(index + 1);
            if (!column || name === undefined) {
                break;
            }
            if (renamed.has(column.name)) {
                call.error(call.argumentSpan(index), messages.columnRenamedTwice(column.name));
            }
            taken.delete(column.name);
            if (taken.has(name)) {
                call.error(call.argumentSpan(index + 1), messages.columnExists(name));
            }
            taken.add(name);
            renamed.set(column.name, name);
        }
        if (call.hasErrors) {
            call.invalidArguments();
            return undefined;
        }
        const fields: Field[] = [];
        for (const field of eachField(source.fields)) {
            const name = renamed.get(field.name);
            fields.push(name === undefined ? field : { name, type: field.type });
        }
        return {
            type: source.withFields(fieldsOf(fields)),
            arguments: [source.node],
            compile: ([evaluate]) => {
                return (frame) =>
                    mapRows(
                        evaluate,
                        frame,
                        (record) =>
                            new MemoryRecord(
                                record.names().map((name) => [renamed.get(name) ?? name, record.get(name)] as const),
                            ),
                    );
            },
        };
    },
};
