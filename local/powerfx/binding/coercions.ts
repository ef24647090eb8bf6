import { eachField } from '../types/fields';
import type { Type, TypeKind } from '../types/type';
import { accepts } from './accepts';

/** How a value of one type becomes one of another; found by `findCoercion`. */
export interface Coercion {
    readonly from: Type;
    readonly to: Type;
    /** Fields that a record lacks stay out of it; otherwise they are blank from then on. */
    readonly keepsGaps?: boolean;
}

const dates: readonly TypeKind[] = ['Date', 'DateTime', 'Time', 'DateTimeNoTimeZone'];

/** Which scalar types may stand where another is wanted (Microsoft Power Fx, "Data types"). */
const scalarSources: Partial<Record<TypeKind, readonly TypeKind[]>> = {
    Decimal: ['Number', 'Text', 'Boolean', 'Dynamic', ...dates],
    Number: ['Decimal', 'Text', 'Boolean', 'Dynamic', ...dates],
    Text: [
        'Decimal',
        'Number',
        'Boolean',
        'Guid',
        'Hyperlink',
        'Image',
        'Media',
        'Blob',
        'Choice',
        'Dynamic',
        ...dates,
    ],
    Boolean: ['Decimal', 'Number', 'Text', 'Dynamic'],
    Date: ['Decimal', 'Number', 'Text', 'Dynamic', ...dates],
    DateTime: ['Decimal', 'Number', 'Text', 'Dynamic', ...dates],
    DateTimeNoTimeZone: ['Decimal', 'Number', 'Text', 'Dynamic', ...dates],
    Time: ['Decimal', 'Number', 'Text', 'Dynamic', ...dates],
    Hyperlink: ['Text', 'Image', 'Media', 'Blob'],
    Image: ['Text', 'Hyperlink', 'Media', 'Blob'],
    Media: ['Text', 'Hyperlink', 'Image', 'Blob'],
    Blob: ['Text', 'Hyperlink', 'Image', 'Media'],
    Guid: ['Dynamic'],
    Color: ['Dynamic'],
};

/** Whether a value of one type may stand where another is wanted, as it is or turned into it. */
export function canCoerce(from: Type, to: Type): boolean {
    if (to.kind === 'Void' || accepts(to, from)) {
        return true;
    }
    if (from.kind === 'Choice') {
        return canGiveBackingValue(from, to);
    }
    switch (to.kind) {
        case 'Choice':
            return to.set.acceptsBackingValue && isBackingKind(to.set.backing, from.kind);
        case 'Record':
        case 'Table':
            return from.kind === to.kind && canCoerceFields(from, to);
        default:
            return scalarSources[to.kind]?.includes(from.kind) ?? false;
    }
}

/** The coercion needed, if any; undefined when the value stands as it is. Ask `canCoerce` first. */
export function findCoercion(from: Type, to: Type): Coercion | undefined {
    return to.kind === 'Void' || accepts(to, from) ? undefined : { from, to };
}

function canCoerceFields(
    from: Extract<Type, { kind: 'Record' | 'Table' }>,
    to: Extract<Type, { kind: 'Record' | 'Table' }>,
): boolean {
    for (const field of eachField(to.fields)) {
        const given = from.fields.find(field.name);
        if (given && !canCoerce(given.type, field.type)) {
            return false;
        }
    }
    return true;
}

function canGiveBackingValue(from: Extract<Type, { kind: 'Choice' }>, to: Type): boolean {
    if (to.kind === 'Text') {
        return true;
    }
    return from.set.givesBackingValue && isBackingKind(from.set.backing, to.kind);
}

/** Whether a type is the one that stands behind such a choice. */
export function isBackingKind(backing: 'number' | 'text' | 'boolean' | 'color', kind: TypeKind): boolean {
    switch (backing) {
        case 'number':
            return kind === 'Decimal' || kind === 'Number';
        case 'text':
            return kind === 'Text';
        case 'boolean':
            return kind === 'Boolean';
        case 'color':
            return kind === 'Color';
    }
}
