import { eachField, fieldsOf, type Field } from '../types/fields';
import { recordType, tableType, type Type } from '../types/type';
import { isSameType } from './accepts';
import { canCoerce } from './coercions';

/**
 * The type that values of both types can have, as for the branches of `If` and the items of a table: the first one's,
 * with the fields of both when they are records or tables. Undefined when there is none.
 */
export function unify(first: Type, second: Type): Type | undefined {
    if (first.kind === 'Blank' || first.kind === 'Unknown') {
        return second;
    }
    if (second.kind === 'Blank' || second.kind === 'Unknown' || isSameType(first, second)) {
        return first;
    }
    if (first.kind === 'Error' || second.kind === 'Error') {
        return first.kind === 'Error' ? first : second;
    }
    if ((first.kind === 'Record' || first.kind === 'Table') && first.kind === second.kind) {
        const fields: Field[] = [];
        for (const field of eachField(first.fields)) {
            const other = second.fields.find(field.name);
            const type = other ? unify(field.type, other.type) : field.type;
            if (!type) {
                return undefined;
            }
            fields.push(type === field.type ? field : { ...describe(field), type });
        }
        for (const field of eachField(second.fields)) {
            if (!first.fields.find(field.name)) {
                fields.push(field);
            }
        }
        if (
            fields.length === first.fields.names().length &&
            fields.every((field) => first.fields.find(field.name) === field)
        ) {
            return first;
        }
        return first.kind === 'Record' ? recordType(fieldsOf(fields)) : tableType(fieldsOf(fields));
    }
    if (first.kind === 'Record' || first.kind === 'Table' || second.kind === 'Record' || second.kind === 'Table') {
        return undefined;
    }
    return canCoerce(second, first) ? first : undefined;
}

function describe(field: Field): Omit<Field, 'type'> {
    return {
        name: field.name,
        ...(field.displayName === undefined ? {} : { displayName: field.displayName }),
        ...(field.isReadOnly === undefined ? {} : { isReadOnly: field.isReadOnly }),
    };
}
