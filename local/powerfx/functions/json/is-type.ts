import { messages } from '../../messages';
import { Types, typeName } from '../../types';
import { DynamicValue, ErrorValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { jsonType } from './type-argument';
import { contentAs } from './typed-content';

/** `IsType(untyped, type)`: whether the untyped object can be had as a value of that type. */
export const isType: FunctionDefinition = {
    name: 'IsType',
    minimumArguments: 2,
    maximumArguments: 2,
    bind(call) {
        const node = call.argument(0);
        if (node.type.kind !== 'Dynamic' && node.type.kind !== 'Blank' && node.type.kind !== 'Error') {
            call.error(node.span, messages.badTypeExpected(typeName(node.type), typeName(Types.Dynamic)));
        }
        const type = jsonType(call, 1);
        if (isRefused(call, [node]) || !type) {
            return undefined;
        }
        return {
            type: Types.Boolean,
            arguments: [node],
            compile: ([evaluate]) => {
                return (frame) => {
                    const value = evaluate?.(frame) ?? null;
                    return value instanceof DynamicValue
                        ? !(contentAs(value.content, type, frame.run) instanceof ErrorValue)
                        : value;
                };
            },
        };
    },
};
