/** The one query model: FetchXML and OData become this, and this becomes SQL. */

/** Operators of FetchXML conditions; OData filters use a subset. */
export type ConditionOperator = string;

export type ConditionValue = string | number | boolean | null;

export interface Condition {
    readonly kind: 'condition';
    /** Alias of the link it stands on; absent for the query's own table. */
    readonly alias?: string;
    readonly column: string;
    readonly operator: ConditionOperator;
    readonly values: readonly ConditionValue[];
    /** Compare with another column of the same row instead of a value. */
    readonly valueOf?: { readonly alias?: string; readonly column: string };
}

export interface Filter {
    readonly kind: 'filter';
    readonly type: 'and' | 'or';
    readonly negated?: boolean;
    readonly conditions: readonly (Condition | Filter | Exists)[];
}

/** Related rows exist (OData any/all, FetchXML link-type any, not any). */
export interface Exists {
    readonly kind: 'exists';
    readonly negated: boolean;
    readonly link: Link;
}

export interface SelectedColumn {
    readonly column: string;
    /** Result name; absent: the column's own (with `alias.` in front on a link). */
    readonly alias?: string;
    readonly aggregate?: 'count' | 'countcolumn' | 'sum' | 'avg' | 'min' | 'max';
    readonly distinct?: boolean;
    readonly groupBy?: boolean;
    readonly dateGrouping?: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'fiscal-period' | 'fiscal-year';
}

export interface Order {
    readonly alias?: string;
    readonly column: string;
    readonly descending: boolean;
}

/** A join. */
export interface Link {
    readonly table: string;
    /** Column of `table`. */
    readonly from: string;
    /** Column of the parent. */
    readonly to: string;
    readonly alias: string;
    readonly type: 'inner' | 'outer';
    readonly isIntersect?: boolean;
    readonly columns: readonly SelectedColumn[] | 'all';
    readonly filter?: Filter;
    readonly links: readonly Link[];
    readonly orders: readonly Order[];
}

export interface Query {
    readonly table: string;
    readonly columns: readonly SelectedColumn[] | 'all';
    readonly filter?: Filter;
    readonly links: readonly Link[];
    readonly orders: readonly Order[];
    readonly distinct: boolean;
    readonly aggregate: boolean;
    readonly top?: number;
    /** Rows per page; 5000 at most. */
    readonly pageSize?: number;
    /** From 1. */
    readonly page?: number;
    readonly returnTotalCount: boolean;
}
