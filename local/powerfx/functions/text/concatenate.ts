import { joinedChoice } from '../../binding/operators/concatenation';
import { Types, type Type } from '../../types';
import { calculatedChoice } from '../../values';
import type { FunctionDefinition } from '../function-definition';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';

const ofTexts = scalarFunction({
    name: 'Concatenate',
    parameters: [text],
    rest: text,
    result: Types.Text,
    evaluate: (_run, ...texts: string[]) => texts.join(''),
});

/** `Concatenate(text, …)`: the texts, one after the other; as with `&`, options of some enumerations stay of their kind. */
export const concatenate: FunctionDefinition = {
    ...ofTexts,
    bind(call) {
        const binding = ofTexts.bind(call);
        const types = Array.from({ length: call.count }, (_, index) => call.argument(index).type);
        const joined = types.reduce((left: Type, right) => joinedChoice(left, right) ?? Types.Text);
        if (!binding || call.count < 2 || joined.kind !== 'Choice') {
            return binding;
        }
        const { set } = joined;
        return {
            ...binding,
            type: joined,
            compile(compiled, ...others) {
                const evaluate = binding.compile(compiled, ...others);
                return (frame) => {
                    const value = evaluate(frame);
                    return typeof value === 'string' ? calculatedChoice(set, value) : value;
                };
            },
        };
    },
};
