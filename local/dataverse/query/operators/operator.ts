/**
 * A condition operator: one definition serves FetchXML (by `name`), OData (by `queryFunction`) and SQL.
 * Names and meanings: Microsoft Learn, "FetchXML condition operators" and "Web API query functions".
 */
import type { UserSettings } from '../../formatting/user-settings';
import type { Column } from '../../metadata/types';
import type { ConditionValue } from '../model';
import type { SqlFragment, SqlParameter } from '../sql/fragment';

/** What stands on the left of the operator. */
export interface Operand {
    readonly column: Column;
    /** The stored value in SQL. */
    readonly stored: SqlFragment;
    /** True: compare without case and accents. */
    readonly isText: boolean;
    /** A value of the query as this column stores it. @throws DataverseError when it cannot be one. */
    convert(value: ConditionValue): SqlParameter;
}

/** Who asks, and when. */
export interface OperatorScope {
    readonly userId: string;
    /** Time of the request, `…Z`. */
    readonly now: string;
    readonly settings: UserSettings;
}

export interface Operator {
    /** FetchXML name. */
    readonly name: string;
    readonly values: 'none' | 'one' | 'two' | 'many';
    /** Web API name without `Microsoft.Dynamics.CRM.`; absent where OData has a symbol or no counterpart. */
    readonly queryFunction?: string;
    toSql(operand: Operand, values: readonly ConditionValue[], scope: OperatorScope): SqlFragment;
}
