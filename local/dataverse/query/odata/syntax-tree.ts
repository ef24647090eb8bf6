/** What OData expressions are parsed into. Positions count characters of the option's text from 0. */

export type Literal =
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'null' }
    | { readonly kind: 'guid'; readonly value: string }
    /** A date without time. */
    | { readonly kind: 'date'; readonly value: string }
    | { readonly kind: 'dateTime'; readonly value: string }
    /** `Microsoft.Dynamics.CRM.TargetFieldType'ValidForCreate'` */
    | { readonly kind: 'enum'; readonly type: string; readonly value: string }
    | { readonly kind: 'list'; readonly items: readonly Literal[] }
    /** `{"@odata.id":"leads(…)"}` as a parameter's value. */
    | { readonly kind: 'json'; readonly value: unknown };

export type ComparisonOperator = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

export type Expression =
    | { readonly kind: 'literal'; readonly literal: Literal; readonly position: number }
    /** `name`, `primarycontactid/fullname`, `t/subject`. */
    | { readonly kind: 'path'; readonly segments: readonly string[]; readonly position: number }
    | {
          readonly kind: 'comparison';
          readonly operator: ComparisonOperator;
          readonly left: Expression;
          readonly right: Expression;
          readonly position: number;
      }
    | { readonly kind: 'in'; readonly left: Expression; readonly items: readonly Literal[]; readonly position: number }
    | { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[]; readonly position: number }
    | { readonly kind: 'not'; readonly operand: Expression; readonly position: number }
    /** `contains(name,'x')` */
    | {
          readonly kind: 'call';
          readonly name: string;
          readonly arguments: readonly Expression[];
          readonly position: number;
      }
    /** `Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=7)` */
    | {
          readonly kind: 'queryFunction';
          readonly name: string;
          readonly arguments: ReadonlyMap<string, Literal>;
          readonly position: number;
      }
    /** `Lead_Tasks/any(t:t/subject eq 'x')` */
    | {
          readonly kind: 'lambda';
          readonly quantifier: 'any' | 'all';
          readonly path: readonly string[];
          readonly variable?: string;
          readonly predicate?: Expression;
          readonly position: number;
      };

export interface OrderByItem {
    readonly path: readonly string[];
    readonly descending: boolean;
}

export interface ExpandItem {
    readonly path: readonly string[];
    /** `$ref` after the navigation property. */
    readonly refOnly: boolean;
    readonly options: ReadonlyMap<string, string>;
}

/** One aggregate of `$apply`. */
export interface Aggregation {
    /** Absent for `$count`. */
    readonly path?: readonly string[];
    readonly method: 'count' | 'countdistinct' | 'sum' | 'average' | 'min' | 'max';
    readonly alias: string;
}

export interface Apply {
    readonly filter?: Expression;
    readonly groupBy: readonly (readonly string[])[];
    readonly aggregations: readonly Aggregation[];
}
