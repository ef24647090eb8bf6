/** The one query model: FetchXML and OData become this, and this becomes SQL. */

/** Operators of FetchXML conditions; OData filters use a subset. */
export type ConditionOperator = string;

export type ConditionValue = string | number | boolean | null;

export interface Condition {
    readonly kind: 'condition';
    /** Alias of the link it is about; absent: the table that the filter stands on (a link's, or the query's own). */
    readonly alias?: string;
    readonly column: string;
    readonly operator: ConditionOperator;
    readonly values: readonly ConditionValue[];
    /** Compare with another column of the same row instead of a value. */
    readonly otherColumn?: { readonly alias?: string; readonly column: string };
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
    /** Alias of the link that `link.to` is a column of; absent: the table that the filter stands on. */
    readonly alias?: string;
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
    /** Choices by their number instead of their label (OData; FetchXML `useraworderby`). */
    readonly byValue?: boolean;
    /** Rows without a value come last in either direction (Power Fx); without this, first when ascending. */
    readonly emptyLast?: boolean;
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
    /** At least one such row must be there, but it neither brings columns nor multiplies rows (FetchXML exists, in). */
    readonly existsOnly?: boolean;
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
