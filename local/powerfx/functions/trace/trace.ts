import type { BoundNode } from '../../binding/bound-node';
import { traceOptions, traceSeverity } from '../../enumerations/trace';
import { messages } from '../../messages';
import { choiceType, eachField, Types, typeName, type Type } from '../../types';
import { ErrorValue, joinErrors, RecordValue } from '../../values';
import { constantText } from '../constant-text';
import type { CallBinder, FunctionDefinition } from '../function-definition';
import { JsonWriter } from '../json/json-writer';
import { isRefused } from '../refused';

const unsupported: ReadonlySet<Type['kind']> = new Set(['ChoiceSet', 'Void', 'Image', 'Media', 'Blob']);

function checkRecord(call: CallBinder, node: BoundNode): void {
    const { type } = node;
    if (type.kind === 'Blank' || type.kind === 'Error') {
        return;
    }
    if (type.kind !== 'Record') {
        call.error(node.span, messages.badTypeExpected(typeName(type), 'Record'));
        return;
    }
    const options = call.count > 3 ? constantText(call.argument(3)) : '';
    const wrong = [...eachField(type.fields)].find((field) => unsupported.has(field.type.kind));
    if (wrong && !options?.includes('I')) {
        call.error(node.span, messages.traceRecord('custom_record', typeName(wrong.type)));
    }
}

/** `Trace(message, severity, record, options)`: writes to the trace of the run. */
export const trace: FunctionDefinition = {
    name: 'Trace',
    minimumArguments: 1,
    maximumArguments: 4,
    isBehavior: true,
    isImpure: true,
    bind(call) {
        const nodes = [call.coerce(call.argument(0), Types.Text)];
        if (call.count > 1) {
            nodes.push(call.coerce(call.argument(1), choiceType(traceSeverity)));
        }
        if (call.count > 2) {
            const record = call.argument(2);
            checkRecord(call, record);
            nodes.push(record);
        }
        if (call.count > 3) {
            nodes.push(call.coerce(call.argument(3), choiceType(traceOptions)));
        }
        if (isRefused(call, nodes)) {
            return undefined;
        }
        return {
            type: Types.Boolean,
            arguments: nodes,
            compile: (compiled) => (frame) => {
                const values = compiled.map((evaluate) => evaluate(frame));
                const errors = values.filter((value) => value instanceof ErrorValue);
                if (errors.length > 0) {
                    return joinErrors(errors);
                }
                const [message, , record] = values;
                const writer = new JsonWriter({ isIndented: false, flattensValues: false }, frame.run);
                const details = record instanceof RecordValue ? ` ${writer.write(record, nodes[2]?.type)}` : '';
                frame.run.trace?.(`${typeof message === 'string' ? message : ''}${details}`);
                return true;
            },
        };
    },
};
