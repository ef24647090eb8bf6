/** A column as the environment's metadata has it. */
export interface ColumnDefinition {
    readonly logicalName: string;
    /** In the user's language. */
    readonly label: string;
    /** `AttributeType` of Microsoft Learn, "AttributeTypeCode EnumType", such as `String`, `Lookup` or `Money`. */
    readonly type: string;
    /** Characters that fit; null where there is no such limit or nobody asked for it. */
    readonly maxLength: number | null;
    /** Smallest and greatest number that fit; null likewise. */
    readonly minValue: number | null;
    readonly maxValue: number | null;
    readonly validForCreate: boolean;
    readonly validForUpdate: boolean;
    /** What a new row holds that says nothing else; null for nothing. */
    readonly defaultValue: number | boolean | null;
    /** Tables that a lookup refers to. */
    readonly targets: readonly string[];
    /** Single-valued navigation property of a lookup by the table that it refers to, for `@odata.bind`. */
    readonly navigation: Readonly<Record<string, string>>;
    /** Labels of a choice by value; null for other columns, and where nobody asked for them. */
    readonly options: ReadonlyMap<number, string> | null;
}

/** A table as the environment's metadata has it. */
export interface TableDefinition {
    readonly logicalName: string;
    readonly entitySet: string;
    readonly primaryId: string;
    readonly primaryName: string;
    readonly label: string;
    readonly columns: ReadonlyMap<string, ColumnDefinition>;
}

const LOOKUPS: ReadonlySet<string> = new Set(['Lookup', 'Customer', 'Owner']);

export function isLookup(column: Pick<ColumnDefinition, 'type'>): boolean {
    return LOOKUPS.has(column.type);
}

/** The column's label, or its name in an environment that does not know it. */
export function labelOfColumn(table: TableDefinition, column: string): string {
    return table.columns.get(column)?.label ?? column;
}
