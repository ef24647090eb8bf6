import { fieldsOf, recordType, Types, type HostFunctionDefinition, type Type } from '../../powerfx';
import type { Environment } from '../pipeline/types';
import { customApis, formulaType, type CustomApiField } from './custom-api';

/**
 * Custom APIs as formulas call them: `Environment.gdn_Twice({Number: 2})`. One response property is the result itself,
 * several are a record (Microsoft Power Fx for Dataverse, Custom API functions).
 */
export function customApiFunctions(environment: Environment): readonly HostFunctionDefinition[] {
    return customApis(environment).map(({ uniqueName, parameters, properties }) => ({
        name: uniqueName,
        namespace: ['Environment'],
        parameters: parameters.flatMap(({ name, type, isOptional }) => {
            const known = formulaType(type);
            return known ? [{ name, type: known, isRequired: !isOptional }] : [];
        }),
        takesRecord: true,
        result: resultType(properties),
        isBehavior: true,
    }));
}

function resultType(properties: readonly CustomApiField[]): Type {
    const types = Object.fromEntries(
        properties.map(({ name, type }) => [name, formulaType(type) ?? Types.Text] as const),
    );
    const [only, ...others] = Object.values(types);
    if (!only) return Types.Void;
    return others.length === 0 ? only : recordType(fieldsOf(types));
}
