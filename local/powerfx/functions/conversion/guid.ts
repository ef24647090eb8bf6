import { messages } from '../../messages';
import { Types } from '../../types';
import { ErrorValue, errorValue, GuidValue, type Value } from '../../values';
import type { FunctionDefinition } from '../function-definition';

/** With or without hyphens, and with hyphens in braces or parentheses. */
const forms = [
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i,
    /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/i,
    /^\{([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\}$/i,
    /^\(([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\)$/i,
];

/** `GUID()`: a new identifier; `GUID(text)`: the one that a text is. */
export const guid: FunctionDefinition = {
    name: 'GUID',
    minimumArguments: 0,
    maximumArguments: 1,
    isImpure: true,
    bind(call) {
        if (call.count === 0) {
            return { type: Types.Guid, arguments: [], compile: () => (frame) => new GuidValue(frame.run.newGuid()) };
        }
        const node = call.argument(0);
        if (node.type.kind === 'Guid') {
            return { type: Types.Guid, arguments: [node], compile: ([evaluate]) => evaluate ?? (() => null) };
        }
        if (node.type.kind !== 'Text' && node.type.kind !== 'Blank' && node.type.kind !== 'Dynamic') {
            call.error(node.span, messages.textExpected);
            call.invalidArguments();
            return undefined;
        }
        return {
            type: Types.Guid,
            arguments: [call.coerce(node, Types.Text)],
            compile:
                ([evaluate]) =>
                (frame) =>
                    readGuid(evaluate?.(frame) ?? null),
        };
    },
};

function readGuid(value: Value): Value {
    if (value === null || value instanceof ErrorValue || typeof value !== 'string') {
        return value;
    }
    for (const form of forms) {
        const match = form.exec(value.trim());
        if (match) {
            return new GuidValue(match.slice(1).join('-'));
        }
    }
    return errorValue('InvalidArgument', `The value could not be interpreted as a GUID: '${value}'.`);
}
