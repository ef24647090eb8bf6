import { messages } from '../../messages';
import { Types, typeName } from '../../types';
import { ChoiceValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';

/** `OptionSetInfo(option)`: the name under which an option of a choice is stored; empty for blank. */
export const optionSetInfo: FunctionDefinition = {
    name: 'OptionSetInfo',
    minimumArguments: 1,
    maximumArguments: 1,
    bind(call) {
        const node = call.argument(0);
        const { type } = node;
        if (type.kind !== 'Choice' && type.kind !== 'Blank' && type.kind !== 'Error') {
            call.error(node.span, messages.badTypeExpected(typeName(type), 'OptionSetValue'));
        }
        if (isRefused(call, [node])) {
            return undefined;
        }
        return {
            type: Types.Text,
            arguments: [node],
            compile: ([evaluate]) => {
                return (frame) => {
                    const value = evaluate?.(frame) ?? null;
                    return value instanceof ChoiceValue ? value.option.name : (value ?? '');
                };
            },
        };
    },
};
