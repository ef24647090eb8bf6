import type { BoundNode } from '../../binding/bound-node';
import { readDate, type DateInText } from '../../dates/read-date';
import type { Evaluate } from '../../evaluate/frame';
import type { RunContext } from '../../evaluate/run-context';
import { Types, type Type } from '../../types';
import type { DateTimeValue, DateValue, TimeValue } from '../../values';
import { ErrorValue, errorValue, joinErrors, type Value } from '../../values';
import type { CallBinder, FunctionDefinition } from '../function-definition';
import { cultureNamed } from './language-argument';
import { bindLanguage } from './number-conversion';

/** `DateValue`, `TimeValue` and `DateTimeValue`: a date or time from text, in a language that may be given. */
export function dateConversion(
    name: string,
    result: Type,
    fromText: (date: DateInText) => DateValue | DateTimeValue | TimeValue,
    /** Reads a form that is no date; asked first. */
    readOther: (text: string) => Value | undefined = () => undefined,
): FunctionDefinition {
    return {
        name,
        minimumArguments: 1,
        maximumArguments: 2,
        bind(call) {
            const value = bindValue(call, result);
            const language = call.count > 1 ? bindLanguage(call) : undefined;
            if (call.count > 1 && !language) {
                return undefined;
            }
            return {
                type: result,
                arguments: language ? [value, language] : [value],
                compile: (compiled) => compileConversion(compiled, name, fromText, readOther),
            };
        },
    };
}

/** What is a date or time already only changes its kind; anything else is read as text. */
function bindValue(call: CallBinder, result: Type): BoundNode {
    const node = call.argument(0);
    switch (node.type.kind) {
        case 'Date':
        case 'DateTime':
        case 'DateTimeNoTimeZone':
        case 'Time':
        case 'Dynamic':
            return call.coerce(node, result);
        default:
            return call.coerce(node, Types.Text);
    }
}

function compileConversion(
    compiled: readonly Evaluate[],
    name: string,
    fromText: (date: DateInText) => Value,
    readOther: (text: string) => Value | undefined,
): Evaluate {
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
        if (typeof value !== 'string') {
            return value;
        }
        const date = readText(value, language, frame.run, name);
        const other = readOther(value);
        if (other !== undefined && !isBadLanguage(date)) {
            return other;
        }
        return date === null || date instanceof ErrorValue ? date : fromText(date);
    };
}

function isBadLanguage(value: DateInText | ErrorValue | null): boolean {
    return value instanceof ErrorValue && value.errors[0]?.kind === 'BadLanguageCode';
}

function readText(
    text: string,
    language: Value | undefined,
    run: RunContext,
    name: string,
): DateInText | ErrorValue | null {
    const culture = cultureNamed(language, run);
    if (culture instanceof ErrorValue) {
        return culture;
    }
    if (text === '') {
        return null;
    }
    return (
        readDate(text, culture, run.timeZone, run.timeZone.fromUtc(run.now())) ??
        errorValue('InvalidArgument', `${name}: The Date/Time could not be parsed: '${text}'.`)
    );
}
