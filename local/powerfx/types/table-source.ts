/** A test of one column against a value that a data source can run itself. */
export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=' | 'startsWith' | 'endsWith' | 'contains' | 'in';

/** What a data source is and what it can do by itself, without handing over all of its rows. */
export interface TableSource {
    /** The name by which formulas know it, such as an entity set name. */
    readonly name: string;
    readonly displayName?: string;
    /** The column that tells rows apart. */
    readonly primaryKey?: string;
    /** Whether the source can filter a column (a path such as `parentid.name` for one behind a lookup) this way. */
    canFilter(column: string, operator: ComparisonOperator): boolean;
    canSort(column: string): boolean;
    readonly canCount: boolean;
    readonly canLimit: boolean;
    /** What a formula may do to its rows. */
    readonly canCreate: boolean;
    readonly canUpdate: boolean;
    readonly canDelete: boolean;
}
