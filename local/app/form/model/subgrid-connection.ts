import type { LookupValue } from './values';

/** What the mounted grid tells the model about itself, for the Client API's GridControl. */
export interface SubgridConnection {
    readonly table: string;
    readonly rows: readonly SubgridRow[];
    readonly selectedIds: readonly string[];
    readonly totalCount: number;
    readonly fetchXml: string;
    readonly view: LookupValue;
    readonly relationship: SubgridRelationship | null;
    setView(viewId: string): void;
    refresh(): void;
}

export interface SubgridRow {
    readonly id: string;
    readonly name: string;
}

export interface SubgridRelationship {
    readonly name: string;
    /** The lookup column, or for N:N the intersect table's column of this side. */
    readonly attributeName: string;
    readonly navigationPropertyName: string;
    readonly isManyToMany: boolean;
}
