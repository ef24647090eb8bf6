import { messages } from '../messages';
import { eachField } from '../types/fields';
import type { RecordType, TableType } from '../types/type';
import { typeName } from '../types/type-name';
import { accepts } from './accepts';

/** Says what keeps records of one shape from standing where another is wanted: the first field that does not fit. */
export function schemaDifference(
    expected: RecordType | TableType,
    actual: RecordType | TableType,
    path = '',
): string | undefined {
    for (const field of eachField(expected.fields)) {
        const name = path + (field.displayName ?? field.name);
        const given = actual.fields.find(field.name);
        if (!given) {
            return messages.missingColumn(name, typeName(field.type));
        }
        if (accepts(field.type, given.type)) {
            continue;
        }
        const { type } = field;
        const isNested = (type.kind === 'Record' || type.kind === 'Table') && type.kind === given.type.kind;
        const inner = isNested ? schemaDifference(type, given.type as RecordType | TableType, `${name}.`) : undefined;
        return inner ?? messages.incompatibleColumn(name, typeName(type), typeName(given.type));
    }
    return undefined;
}
