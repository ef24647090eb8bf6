import type { BoundNode } from '../../binding/bound-node';
import { jsonFormat } from '../../enumerations/text';
import { messages } from '../../messages';
import { choiceType, eachField, Types, typeName, type Type } from '../../types';
import { ErrorValue, joinErrors } from '../../values';
import { constantText } from '../constant-text';
import type { CallBinder, FunctionDefinition } from '../function-definition';
import { isRefused } from '../refused';
import { JsonWriter } from './json-writer';

/** The greatest depth to which a type is looked into: those of data sources refer to one another in circles. */
const greatestDepth = 20;

const media: ReadonlySet<Type['kind']> = new Set(['Image', 'Media', 'Blob']);
const unsupported: ReadonlySet<Type['kind']> = new Set(['ChoiceSet', 'Void']);

/** The first column, at any depth, whose type is one of these. */
function findColumn(type: Type, kinds: ReadonlySet<Type['kind']>, depth = 0): { name: string; type: Type } | undefined {
    if ((type.kind !== 'Record' && type.kind !== 'Table') || depth > greatestDepth || type.source) {
        return undefined;
    }
    for (const field of eachField(type.fields)) {
        const inner = kinds.has(field.type.kind) ? field : findColumn(field.type, kinds, depth + 1);
        if (inner) {
            return { name: field.name, type: inner.type };
        }
    }
    return undefined;
}

function bindFormat(call: CallBinder): string {
    if (call.count < 2) {
        return '';
    }
    const node = call.coerce(call.argument(1), choiceType(jsonFormat));
    const letters = constantText(node);
    if (letters === undefined) {
        call.error(node.span, messages.constantNeeded('JSON', 'format'));
        return '';
    }
    const foreign = [...letters].find((letter) => !'GIB_4'.includes(letter));
    if (foreign !== undefined) {
        call.error(node.span, messages.jsonUnsupportedOption(foreign));
    }
    if (letters.includes('G') && letters.includes('B')) {
        call.error(
            node.span,
            messages.jsonIncompatibleOptions('JSONFormat.IgnoreBinaryData', 'JSONFormat.IncludeBinaryData'),
        );
    }
    if (letters.includes('B') && !call.allowsBehavior) {
        call.error(node.span, messages.jsonBinaryNeedsBehavior);
    }
    return letters;
}

function checkType(call: CallBinder, node: BoundNode, letters: string): void {
    const { type } = node;
    if (unsupported.has(type.kind)) {
        call.error(node.span, messages.jsonUnsupportedType(typeName(type)));
        return;
    }
    const hasMedia = media.has(type.kind) || findColumn(type, media) !== undefined;
    if (hasMedia && !letters.includes('B') && !letters.includes('G')) {
        call.error(node.span, messages.jsonMedia);
        return;
    }
    const column = letters.includes('I') ? undefined : findColumn(type, unsupported);
    if (column) {
        call.error(node.span, messages.jsonUnsupportedColumn(column.name, typeName(column.type)));
    }
}

/** `JSON(value, format)`: the value as JSON text. */
export const json: FunctionDefinition = {
    name: 'JSON',
    minimumArguments: 1,
    maximumArguments: 2,
    bind(call) {
        const node = call.argument(0);
        const letters = bindFormat(call);
        if (node.type.kind !== 'Error') {
            checkType(call, node, letters);
        }
        if (isRefused(call, [node])) {
            return undefined;
        }
        const options = { isIndented: letters.includes('4'), flattensValues: letters.includes('_') };
        return {
            type: Types.Text,
            arguments: [node],
            compile: ([evaluate]) => {
                return (frame) => {
                    const value = evaluate?.(frame) ?? null;
                    if (value instanceof ErrorValue) {
                        return value;
                    }
                    const writer = new JsonWriter(options, frame.run);
                    const text = writer.write(value, node.type);
                    return writer.errors.length > 0 ? joinErrors(writer.errors) : text;
                };
            },
        };
    },
};
