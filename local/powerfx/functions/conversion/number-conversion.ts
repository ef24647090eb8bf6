import type { BoundNode } from '../../binding/bound-node';
import type { NumberCulture } from '../../culture';
import { convertDynamic } from '../../evaluate/dynamic-conversions';
import type { Evaluate } from '../../evaluate/frame';
import type { RunContext } from '../../evaluate/run-context';
import { messages } from '../../messages';
import type { Type } from '../../types';
import { ChoiceValue, DynamicValue, ErrorValue, errorValue, joinErrors, type Value } from '../../values';
import type { CallBinder, FunctionDefinition } from '../function-definition';
import { cultureNamed } from './language-argument';

/** How a function like `Value` makes numbers. */
export interface NumberConversion {
    readonly result: Type;
    /** Reads a text that is not empty. @returns undefined when it is no number. */
    read(text: string, culture: NumberCulture): Value | undefined;
}

/** `Value`, `Decimal` and `Float`: a number from text, another number, a boolean, a date or a time. */
export function numberConversion(name: string, conversion: NumberConversion): FunctionDefinition {
    return {
        name,
        minimumArguments: 1,
        maximumArguments: 2,
        bind(call) {
            const value = bindValue(call, conversion.result);
            const language = call.count > 1 ? bindLanguage(call) : undefined;
            if (!value || (call.count > 1 && !language)) {
                return undefined;
            }
            return {
                type: conversion.result,
                arguments: language ? [value, language] : [value],
                compile: (compiled) => compileConversion(compiled, conversion),
            };
        },
    };
}

function bindValue(call: CallBinder, result: Type): BoundNode | undefined {
    const node = call.argument(0);
    if (node.type.kind === 'Text' || node.type.kind === 'Dynamic' || isNumberedChoice(node.type)) {
        return node;
    }
    if (node.type.kind === 'Error' || !call.canCoerce(node.type, result)) {
        call.invalidArguments();
        call.error(node.span, messages.textOrNumberExpected);
        return undefined;
    }
    return call.coerce(node, result);
}

/** A choice whose options have numbers behind them: asked for in so many words, they are given. */
function isNumberedChoice(type: Type): boolean {
    return type.kind === 'Choice' && type.set.backing === 'number';
}

/** A second argument that names a language. */
export function bindLanguage(call: CallBinder, index = 1): BoundNode | undefined {
    const node = call.argument(index);
    if (node.type.kind !== 'Text' && node.type.kind !== 'Blank') {
        call.error(node.span, messages.textExpected);
        call.invalidArguments();
        return undefined;
    }
    return node;
}

function compileConversion(compiled: readonly Evaluate[], conversion: NumberConversion): Evaluate {
    const [evaluateValue, evaluateLanguage] = compiled;
    return (frame) => {
        const value = evaluateValue?.(frame) ?? null;
        const language = evaluateLanguage?.(frame);
        const errors = [value, language].filter((one) => one instanceof ErrorValue);
        if (errors.length > 0) {
            return joinErrors(errors);
        }
        if (language === null) {
            return null;
        }
        if (value instanceof ChoiceValue) {
            return readText(String(value.option.value), null, conversion, frame.run);
        }
        if (value instanceof DynamicValue) {
            return typeof value.content === 'string'
                ? readText(value.content, language, conversion, frame.run)
                : convertDynamic(value, conversion.result, frame.run);
        }
        return typeof value === 'string' ? readText(value, language, conversion, frame.run) : value;
    };
}

function readText(text: string, language: Value | undefined, conversion: NumberConversion, run: RunContext): Value {
    if (text === '') {
        return null;
    }
    const culture = cultureNamed(language, run);
    if (culture instanceof ErrorValue) {
        return culture;
    }
    return (
        conversion.read(text, culture.numbers) ??
        errorValue('InvalidArgument', `The value '${text}' cannot be converted to a number.`)
    );
}
