import { match as matchEnumeration, matchOptions } from '../../enumerations/text';
import { messages } from '../../messages';
import { Types, type Type } from '../../types';
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

function isPatternType(type: Type): boolean {
    return type.kind === 'Text' || (type.kind === 'Choice' && type.set === matchEnumeration);
}

function isOptionsType(type: Type): boolean {
    return type.kind === 'Choice' && type.set === matchOptions;
}

function bindPattern(definition: RegexFunction, call: CallBinder): Pattern | undefined {
    const node = call.argument(1);
    const text = isPatternType(node.type) ? constantText(node) : undefined;
    if (text === undefined) {
        call.error(node.span, messages.variableRegex);
        return undefined;
    }
    const options = call.count > 2 ? call.argument(2) : undefined;
    const letters = options && isOptionsType(options.type) ? constantText(options) : '';
    if (letters === undefined || (options && !isOptionsType(options.type))) {
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
