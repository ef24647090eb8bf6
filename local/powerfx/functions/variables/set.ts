import { messages } from '../../messages';
import { typeName, Types, type Type } from '../../types';
import { ErrorValue, RecordValue, VoidValue, type Value } from '../../values';
import { copyContent } from '../../values/record-value';
import type { CallBinder, FunctionDefinition } from '../function-definition';

/**
 * `Set(variable, value)` and `Set(record.field, value)`. Numbers of one kind are turned into the other; text is never
 * turned into a number, or a number into text.
 */
export const set: FunctionDefinition = {
    name: 'Set',
    minimumArguments: 2,
    maximumArguments: 2,
    isBehavior: true,
    isImpure: true,
    bind(call) {
        const value = call.argument(1);
        const target = call.assignmentTarget(0, value.type);
        if (!target) {
            return undefined;
        }
        if (value.type.kind === 'Error') {
            return undefined;
        }
        if (!canAssign(call, value.type, target.type)) {
            call.error(value.span, messages.badTypeExpected(typeName(value.type), typeName(target.type)));
            call.invalidArguments();
            return undefined;
        }
        const coerced = call.coerce(value, target.type);
        if (target.kind === 'variable') {
            const { name } = target;
            return {
                type: Types.Void,
                arguments: [coerced],
                compile:
                    ([compiled]) =>
                    (frame) => {
                        const result = compiled?.(frame) ?? null;
                        if (result instanceof ErrorValue) {
                            return result;
                        }
                        return frame.run.variables.set(name, copyContent(result)) ?? result;
                    },
            };
        }
        const { name, record } = target;
        return {
            type: Types.Void,
            arguments: [coerced, record],
            compile:
                ([compiled, owner]) =>
                (frame) => {
                    const result = compiled?.(frame) ?? null;
                    const written = owner?.(frame) ?? null;
                    if (result instanceof ErrorValue) {
                        return result;
                    }
                    return written instanceof RecordValue ? setField(written, name, result) : written;
                },
        };
    },
};

function setField(record: RecordValue, name: string, value: Value): Value {
    return record.set(name, copyContent(value)) ?? VoidValue.only;
}

function canAssign(call: CallBinder, from: Type, to: Type): boolean {
    const isNumber = (type: Type): boolean => type.kind === 'Decimal' || type.kind === 'Number';
    const isDate = (type: Type): boolean => type.kind === 'Date' || type.kind === 'DateTime';
    return from.kind === to.kind ||
        from.kind === 'Blank' ||
        (isNumber(from) && isNumber(to)) ||
        (isDate(from) && isDate(to))
        ? call.canCoerce(from, to)
        : false;
}
