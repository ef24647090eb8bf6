import type { BoundNode } from '../../binding/bound-node';
import { messages } from '../../messages';
import { recordType, Types, typeName } from '../../types';
import { DynamicValue, errorValue, RecordValue } from '../../values';
import type { CallBinder, CallBinding, FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { jsonType } from './type-argument';
import { contentAs } from './typed-content';

/**
 * `AsType(untyped, type)`: the untyped object as a value of that type. `AsType(lookup, table)`: the row that a lookup to
 * one of several tables points to, as a row of that one; an error when it is a row of another (Microsoft Power Fx,
 * "AsType and IsType").
 */
export const asType: FunctionDefinition = {
    name: 'AsType',
    minimumArguments: 2,
    maximumArguments: 2,
    bind(call) {
        const node = call.argument(0);
        if (node.type.kind === 'Record') {
            const rows = rowOfTable(call, node);
            if (rows) {
                return rows;
            }
        }
        if (node.type.kind !== 'Dynamic' && node.type.kind !== 'Blank' && node.type.kind !== 'Error') {
            call.error(node.span, messages.badTypeExpected(typeName(node.type), typeName(Types.Dynamic)));
        }
        const type = jsonType(call, 1);
        if (isRefused(call, [node]) || !type) {
            return undefined;
        }
        return {
            type,
            arguments: [node],
            compile: ([evaluate]) => {
                return (frame) => {
                    const value = evaluate?.(frame) ?? null;
                    return value instanceof DynamicValue ? contentAs(value.content, type, frame.run) : value;
                };
            },
        };
    },
};

function rowOfTable(call: CallBinder, node: BoundNode): CallBinding | undefined {
    const { name } = call.argumentForm(1);
    const table = name === undefined ? undefined : call.argument(1);
    if (table?.type.kind !== 'Table' || !table.type.source) {
        return undefined;
    }
    const { fields, source } = table.type;
    return {
        type: recordType(fields, source),
        arguments: [node],
        compile: ([evaluate]) => {
            return (frame) => {
                const value = evaluate?.(frame) ?? null;
                if (!(value instanceof RecordValue) || value.tableName === source.name) {
                    return value;
                }
                return errorValue('InvalidArgument', `The row is not one of ${source.name}.`);
            };
        },
    };
}
