import { Types } from '../../types';
import { ChoiceValue } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { boolean as booleanParameter, orBlank } from '../parameter';
import { scalarFunction } from '../scalar-function';

const ofScalar = scalarFunction({
    name: 'Boolean',
    parameters: [orBlank(booleanParameter)],
    result: Types.Boolean,
    evaluate: (_run, value) => value,
});

/** `Boolean(value)`: true or false from text, a number, or an option of a choice that stands for one of the two. */
export const boolean: FunctionDefinition = {
    ...ofScalar,
    bind(call) {
        const node = call.argument(0);
        if (node.type.kind !== 'Choice' || node.type.set.backing !== 'boolean') {
            return ofScalar.bind(call);
        }
        return {
            type: Types.Boolean,
            arguments: [node],
            compile: ([evaluate]) => {
                return (frame) => {
                    const value = evaluate?.(frame) ?? null;
                    return value instanceof ChoiceValue ? value.option.value === true : value;
                };
            },
        };
    },
};
