/**
 * Custom APIs as rows: what a maker's message takes, answers and does (Microsoft Learn, "Custom API tables"). Those
 * with an expression are functions in Power Fx.
 */
import { Types, type Type } from '../../powerfx';
import type { Environment } from '../pipeline/types';

/** `type` of parameters and response properties that functions have. */
export const FIELD_TYPES = {
    Boolean: 0,
    DateTime: 1,
    Decimal: 2,
    Float: 6,
    Integer: 7,
    String: 10,
} as const;

export interface CustomApiField {
    readonly name: string;
    /** One of `FIELD_TYPES`. */
    readonly type: number;
    readonly isOptional: boolean;
}

export interface CustomApi {
    readonly id: string;
    readonly uniqueName: string;
    readonly isFunction: boolean;
    /** A privilege that callers must hold. */
    readonly executePrivilege: string | undefined;
    /** 0 Global, 1 Entity, 2 Entity Collection. */
    readonly bindingType: number;
    readonly parameters: readonly CustomApiField[];
    readonly properties: readonly CustomApiField[];
    readonly expression: string;
}

/** Every active Custom API that is written in Power Fx. */
export function customApis({ store }: Environment): readonly CustomApi[] {
    const apis = store
        .prepare<{
            id: string;
            uniqueName: string;
            isFunction: number | null;
            bindingType: number | null;
            executePrivilege: string | null;
            expression: string;
        }>(
            'SELECT a.customapiid AS id, a.uniquename AS uniqueName, a.isfunction AS isFunction, ' +
                'a.bindingtype AS bindingType, a.executeprivilegename AS executePrivilege, ' +
                'x.expression AS expression FROM customapi a ' +
                'JOIN fxexpression x ON x.fxexpressionid = a.fxexpressionid ' +
                "WHERE a.statecode = 0 AND x.statecode = 0 AND ifnull(x.expression, '') <> '' ORDER BY a.uniquename",
        )
        .all();
    return apis.map(({ id, uniqueName, isFunction, bindingType, executePrivilege, expression }) => ({
        id,
        uniqueName,
        isFunction: isFunction === 1,
        bindingType: bindingType ?? 0,
        executePrivilege: executePrivilege ?? undefined,
        parameters: fields(store, 'customapirequestparameter', 'isoptional', id),
        properties: fields(store, 'customapiresponseproperty', '0', id),
        expression,
    }));
}

function fields(
    store: Environment['store'],
    table: string,
    isOptional: string,
    customApiId: string,
): readonly CustomApiField[] {
    return store
        .prepare<{ name: string; type: number; isOptional: number | null }>(
            `SELECT uniquename AS name, type, ${isOptional} AS isOptional FROM ${table} ` +
                'WHERE customapiid = ? AND statecode = 0 ORDER BY uniquename',
        )
        .all(customApiId)
        .map((field) => ({ name: field.name, type: field.type, isOptional: field.isOptional === 1 }));
}

/** @returns undefined for types that functions cannot have */
export function formulaType(type: number): Type | undefined {
    switch (type) {
        case FIELD_TYPES.Boolean:
            return Types.Boolean;
        case FIELD_TYPES.DateTime:
            return Types.DateTime;
        case FIELD_TYPES.Decimal:
        case FIELD_TYPES.Integer:
            return Types.Decimal;
        case FIELD_TYPES.Float:
            return Types.Number;
        case FIELD_TYPES.String:
            return Types.Text;
        default:
            return undefined;
    }
}

/** The type in `$metadata`. */
export function edmType(type: number): string {
    switch (type) {
        case FIELD_TYPES.Boolean:
            return 'Edm.Boolean';
        case FIELD_TYPES.DateTime:
            return 'Edm.DateTimeOffset';
        case FIELD_TYPES.Decimal:
            return 'Edm.Decimal';
        case FIELD_TYPES.Float:
            return 'Edm.Double';
        case FIELD_TYPES.Integer:
            return 'Edm.Int32';
        default:
            return 'Edm.String';
    }
}
