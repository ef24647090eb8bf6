import type { Type } from './type';

/** What error messages call a type. */
export function typeName(type: Type): string {
    switch (type.kind) {
        case 'Choice':
            return type.set.isEnumeration ? `Enum (${type.set.name})` : `OptionSetValue (${type.set.name})`;
        case 'ChoiceSet':
            return type.set.isEnumeration ? `Enum (${type.set.name})` : `OptionSet (${type.set.name})`;
        case 'Blank':
            return 'ObjNull';
        default:
            return type.kind;
    }
}
