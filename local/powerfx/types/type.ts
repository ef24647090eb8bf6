import type { ChoiceSet } from './choice';
import type { Fields } from './fields';
import type { TableSource } from './table-source';

/** Kinds of type that carry nothing beside their kind. `Number` is a binary floating-point number. */
export type PrimitiveKind =
    | 'Decimal'
    | 'Number'
    | 'Text'
    | 'Boolean'
    | 'Date'
    | 'DateTime'
    | 'DateTimeNoTimeZone'
    | 'Time'
    | 'Guid'
    | 'Color'
    | 'Hyperlink'
    | 'Image'
    | 'Media'
    | 'Blob'
    /** An untyped object, whose shape is known only at run time. */
    | 'Dynamic'
    /** The type of `Blank()`: fits wherever any other type is wanted. */
    | 'Blank'
    /** The type of a formula whose result cannot be used. */
    | 'Void'
    /** Not known, as of the result of a function that never gives one. */
    | 'Unknown'
    /** The formula has a fault here, which has been reported; nothing more is said of it. */
    | 'Error';

export interface PrimitiveType {
    readonly kind: PrimitiveKind;
}

/** The type of one option of a choice or one member of an enumeration. */
export interface ChoiceType {
    readonly kind: 'Choice';
    readonly set: ChoiceSet;
}

/** The type of the name of a choice itself, `OptionSet` in `OptionSet.Option1`. */
export interface ChoiceSetType {
    readonly kind: 'ChoiceSet';
    readonly set: ChoiceSet;
}

export interface RecordType {
    readonly kind: 'Record';
    readonly fields: Fields;
    /** The data source whose rows these are; absent for records made in a formula. */
    readonly source?: TableSource;
}

export interface TableType {
    readonly kind: 'Table';
    readonly fields: Fields;
    /** The data source that a formula can ask to filter, sort and count; absent for tables made in a formula. */
    readonly source?: TableSource;
}

export type Type = PrimitiveType | ChoiceType | ChoiceSetType | RecordType | TableType;
export type TypeKind = Type['kind'];

/** The types that carry nothing beside their kind. */
export const Types = {
    Decimal: { kind: 'Decimal' },
    Number: { kind: 'Number' },
    Text: { kind: 'Text' },
    Boolean: { kind: 'Boolean' },
    Date: { kind: 'Date' },
    DateTime: { kind: 'DateTime' },
    DateTimeNoTimeZone: { kind: 'DateTimeNoTimeZone' },
    Time: { kind: 'Time' },
    Guid: { kind: 'Guid' },
    Color: { kind: 'Color' },
    Hyperlink: { kind: 'Hyperlink' },
    Image: { kind: 'Image' },
    Media: { kind: 'Media' },
    Blob: { kind: 'Blob' },
    Dynamic: { kind: 'Dynamic' },
    Blank: { kind: 'Blank' },
    Void: { kind: 'Void' },
    Unknown: { kind: 'Unknown' },
    Error: { kind: 'Error' },
} as const satisfies Record<PrimitiveKind, PrimitiveType>;

/** The type of a record of these fields. */
export function recordType(fields: Fields, source?: TableSource): RecordType {
    return source ? { kind: 'Record', fields, source } : { kind: 'Record', fields };
}

/** The type of a table of records of these fields. */
export function tableType(fields: Fields, source?: TableSource): TableType {
    return source ? { kind: 'Table', fields, source } : { kind: 'Table', fields };
}

/** The type of one option of a choice. */
export function choiceType(set: ChoiceSet): ChoiceType {
    return { kind: 'Choice', set };
}
