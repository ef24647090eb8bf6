import type { BoundNode } from '../../binding/bound-node';
import { match as matchEnumeration, matchOptions } from '../../enumerations/text';
import { messages } from '../../messages';
import { choiceType, Types, type Type } from '../../types';
import type { Value } from '../../values';
import { constantText } from '../constant-text';
import type { CallBinder, FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { matchSettings } from './match-settings';
import { readPattern, type Pattern } from './pattern';

export interface RegexFunction {
    readonly name: string;
    /** Whether the whole text must match, where the options do not say. */
    readonly habit: 'complete' | 'contains';
    typeFor(pattern: Pattern): Type;
    evaluate(text: string, pattern: Pattern): Value;
}

/** The argument as a member of an enumeration; blank is left to be no constant. */
function enumerated(call: CallBinder, index: number, type: Type): BoundNode {
    const node = call.argument(index);
    return node.type.kind === 'Blank' || (node.type.kind === 'Text' && call.canCoerce(node.type, type))
        ? node
        : call.coerce(node, type);
}

function bindPattern(definition: RegexFunction, call: CallBinder): Pattern | undefined {
    const node = enumerated(call, 1, choiceType(matchEnumeration));
    const options = call.count > 2 ? enumerated(call, 2, choiceType(matchOptions)) : undefined;
    if (isRefused(call, options ? [node, options] : [node])) {
        return undefined;
    }
    const text = constantText(node);
    const letters = options ? constantText(options) : '';
    if (text === undefined) {
        call.error(node.span, messages.variableRegex);
        return undefined;
    }
    if (letters === undefined) {
        call.error(options?.span ?? node.span, messages.variableRegexOptions);
        return undefined;
    }
    const pattern = readPattern(text, matchSettings(letters, definition.habit));
    if ('fault' in pattern) {
        call.error(node.span, messages.invalidRegex(pattern.fault));
        return undefined;
    }
    return pattern;
}

/** A function of a text, a pattern that is known beforehand, and options. */
export function regexFunction(definition: RegexFunction): FunctionDefinition {
    return {
        name: definition.name,
        minimumArguments: 2,
        maximumArguments: 3,
        bind(call) {
            const text = call.coerce(call.argument(0), Types.Text);
            const pattern = bindPattern(definition, call);
            if (isRefused(call, [text]) || !pattern) {
                return undefined;
            }
            return {
                type: definition.typeFor(pattern),
                arguments: [text],
                compile: ([evaluate]) => {
                    return (frame) => {
                        const value = evaluate?.(frame) ?? '';
                        return typeof value === 'string' ? definition.evaluate(value, pattern) : value;
                    };
                },
            };
        },
    };
}
