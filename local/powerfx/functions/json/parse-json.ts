import { Types } from '../../types';
import { errorValue, type Value } from '../../values';
import type { RunContext } from '../../evaluate/run-context';
import type { Type } from '../../types';
import type { FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { dynamicOf } from './dynamic-items';
import { JsonFault, readJson } from './json-reader';
import { jsonType } from './type-argument';
import { contentAs } from './typed-content';

function parse(text: string, type: Type | undefined, run: RunContext): Value {
    try {
        const content = readJson(text);
        return type ? contentAs(content, type, run) : dynamicOf(content);
    } catch (fault) {
        if (fault instanceof JsonFault) {
            return errorValue('InvalidJSON', fault.message);
        }
        throw fault;
    }
}

/** `ParseJSON(text)`: an untyped object; `ParseJSON(text, type)`: a value of that type. */
export const parseJson: FunctionDefinition = {
    name: 'ParseJSON',
    minimumArguments: 1,
    maximumArguments: 2,
    bind(call) {
        const node = call.coerce(call.argument(0), Types.Text);
        const type = call.count > 1 ? jsonType(call, 1) : undefined;
        if (isRefused(call, [node])) {
            return undefined;
        }
        return {
            type: type ?? Types.Dynamic,
            arguments: [node],
            compile: ([evaluate]) => {
                return (frame) => {
                    const text = evaluate?.(frame) ?? null;
                    return typeof text === 'string' ? parse(text, type, frame.run) : text;
                };
            },
        };
    },
};
