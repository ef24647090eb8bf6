import type { BoundNode } from '../../binding/bound-node';
import { messages } from '../../messages';
import { eachField, fieldsOf, type Field } from '../../types';
import { MemoryRecord, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { mapRows, rowsArgument } from './rows-of';

/** `AddColumns(table or record, column, formula, …)`: with more columns, each worked out in the row as it was. */
export const addColumns: FunctionDefinition = {
    name: 'AddColumns',
    minimumArguments: 3,
    maximumArguments: Infinity,
    scopeArguments: [0],
    columnArguments: (index) => index % 2 === 1,
    bind(call) {
        const source = rowsArgument(call, 0);
        if (call.count % 2 === 0) {
            call.error(call.span, messages.oddArgumentCount(call.count));
            return undefined;
        }
        const scope = source && call.openScope(0);
        if (!source || !scope) {
            return undefined;
        }
        const added = new Map<string, BoundNode>();
        let isValid = true;
        for (let index = 1; index + 1 < call.count; index += 2) {
            const name = call.newColumnName(index);
            const formula = call.lambda(index + 1, scope);
            isValid &&= name !== undefined && formula.type.kind !== 'Error';
            if (name === undefined) {
                continue;
            }
            if (source.fields.find(name)) {
                call.warning(call.argumentSpan(index), messages.columnExists(name));
                isValid = false;
            } else if (added.has(name)) {
                call.warning(call.argumentSpan(index), messages.columnConflict(name));
                isValid = false;
            }
            added.set(name, formula);
        }
        if (!isValid) {
            call.invalidArguments();
            return undefined;
        }
        const names = [...added.keys()];
        const fields: Field[] = [...eachField(source.fields)];
        for (const [name, formula] of added) {
            fields.push({ name, type: formula.type });
        }
        return {
            type: source.withFields(fieldsOf(fields)),
            arguments: [source.node, ...added.values()],
            compile([evaluate, ...formulas]) {
                return (frame) =>
                    mapRows(evaluate, frame, (record) => {
                        const inner = frame.enter(record);
                        const content: [string, Value][] = record.names().map((name) => [name, record.get(name)]);
                        for (const [index, formula] of formulas.entries()) {
                            content.push([names[index] ?? '', formula(inner)]);
                        }
                        return new MemoryRecord(content);
                    });
            },
        };
    },
};
