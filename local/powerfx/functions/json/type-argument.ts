import { messages } from '../../messages';
import { eachField, typeName, type Type } from '../../types';
import type { CallBinder } from '../function-definition';

const unsupported: ReadonlySet<Type['kind']> = new Set(['Color', 'Void', 'Blank']);

function firstUnsupported(type: Type): Type | undefined {
    if (type.kind !== 'Record' && type.kind !== 'Table') {
        return unsupported.has(type.kind) ? type : undefined;
    }
    for (const field of eachField(type.fields)) {
        const inner = firstUnsupported(field.type);
        if (inner) {
            return inner;
        }
    }
    return undefined;
}

/** The type that an argument names, one that JSON can hold. Reports and gives undefined otherwise. */
export function jsonType(call: CallBinder, index: number): Type | undefined {
    const type = call.typeArgument(index);
    const wrong = type && firstUnsupported(type);
    if (wrong) {
        call.error(call.typeArgumentSpan(index), messages.unsupportedTypeArgument(typeName(wrong)));
    }
    return type;
}
