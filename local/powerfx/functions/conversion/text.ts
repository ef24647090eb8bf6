import type { BoundNode } from '../../binding/bound-node';
import { dateTimeFormat } from '../../enumerations/dates';
import { messages } from '../../messages';
import { prepareFormat } from '../../text-format/prepare-format';
import { Types, type Type } from '../../types';
import type { CallBinder, CallBinding, FunctionDefinition } from '../function-definition';
import { constantText } from './constant-text';
import { bindLanguage } from './number-conversion';
import { compileText } from './text-with-format';

/**
 * `Text(value[, format[, language]])`: a value as text; numbers, dates and times in a format of Excel or one of
 * DateTimeFormat (Microsoft Learn, "Text function").
 */
export const text: FunctionDefinition = {
    name: 'Text',
    minimumArguments: 1,
    maximumArguments: 3,
    bind: (call) => (call.count === 1 ? bindPlain(call) : bindFormatted(call)),
};

function bindPlain(call: CallBinder): CallBinding | undefined {
    const node = call.argument(0);
    if (!isConvertible(call, node)) {
        return undefined;
    }
    return {
        type: Types.Text,
        arguments: [call.coerce(node, Types.Text)],
        compile:
            ([evaluate]) =>
            (frame) =>
                evaluate?.(frame) ?? null,
    };
}

function bindFormatted(call: CallBinder): CallBinding | undefined {
    const value = call.argument(0);
    const format = call.argument(1);
    const isValue = isConvertible(call, value);
    const isFormat = isValue && checkFormat(call, value.type, format);
    const language = call.count > 2 ? bindLanguage(call, 2) : undefined;
    if (!isFormat || (call.count > 2 && !language)) {
        return undefined;
    }
    return {
        type: Types.Text,
        arguments: language ? [value, format, language] : [value, format],
        compile: (compiled) => compileText(compiled),
    };
}

function isConvertible(call: CallBinder, node: BoundNode): boolean {
    if (node.type.kind !== 'Error' && call.canCoerce(node.type, Types.Text)) {
        return true;
    }
    call.invalidArguments();
    call.error(node.span, messages.textOrNumberExpected);
    return false;
}

/** Formats that stand in the formula are checked there; the others when it runs. */
function checkFormat(call: CallBinder, valueType: Type, format: BoundNode): boolean {
    if (!isFormattable(valueType)) {
        call.invalidArguments();
        call.warning(format.span, messages.formatForNumbersOnly('Text'));
        return false;
    }
    if (format.type.kind === 'Choice' && format.type.set === dateTimeFormat) {
        return true;
    }
    if (format.type.kind !== 'Text' && format.type.kind !== 'Blank') {
        call.invalidArguments();
        call.error(format.span, messages.textExpected);
        return false;
    }
    const constant = constantText(format);
    if (constant !== undefined && !prepareFormat(constant)) {
        call.invalidArguments();
        call.warning(format.span, messages.badFormat('Text'));
        return false;
    }
    return true;
}

function isFormattable({ kind }: Type): boolean {
    switch (kind) {
        case 'Decimal':
        case 'Number':
        case 'Date':
        case 'DateTime':
        case 'DateTimeNoTimeZone':
        case 'Time':
        case 'Blank':
        case 'Dynamic':
            return true;
        default:
            return false;
    }
}
