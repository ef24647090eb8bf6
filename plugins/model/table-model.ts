import type { Labels } from './rules-model';

/** Types of columns by Dataverse's names for them (Microsoft Learn, "AttributeTypeCode enumeration"). */
const ATTRIBUTE_TYPES = [
    'BigInt',
    'Boolean',
    'Customer',
    'DateTime',
    'Decimal',
    'Double',
    'EntityName',
    'Image',
    'Integer',
    'Lookup',
    'Memo',
    'Money',
    'MultiSelectPicklist',
    'Owner',
    'Picklist',
    'State',
    'Status',
    'String',
    'Uniqueidentifier',
] as const;

/** `Other` is what no formula reads: managed properties, party lists, files and the like. */
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number] | 'Other';

/** @param name as the metadata calls it */
export function attributeType(name: unknown): AttributeType {
    return ATTRIBUTE_TYPES.find((it) => it === name) ?? 'Other';
}

export interface OptionModel {
    readonly value: number;
    readonly labels: Labels;
    /** Of a status reason: its state. */
    readonly state?: number;
    /** Of a state: its default status reason. */
    readonly defaultStatus?: number;
}

export interface ColumnModel {
    readonly name: string;
    readonly type: AttributeType;
    readonly labels: Labels;
    /** Of a lookup: logical names of the tables. */
    readonly targets?: readonly string[];
    readonly options?: readonly OptionModel[];
    /** Of a date: whether people see it without a time. */
    readonly isDateOnly?: boolean;
    /** Of a date: whether it means the same day or hour everywhere. */
    readonly isSameEverywhere?: boolean;
    readonly isReadOnly?: boolean;
}

/** A name by which a row leads to rows of another table. */
export interface CollectionModel {
    readonly name: string;
    readonly table: string;
}

/** A table as formulas see it. */
export interface TableModel {
    readonly name: string;
    readonly entitySet: string;
    readonly primaryKey: string;
    readonly columns: readonly ColumnModel[];
    readonly collections: readonly CollectionModel[];
}

export type TableModels = ReadonlyMap<string, TableModel>;
