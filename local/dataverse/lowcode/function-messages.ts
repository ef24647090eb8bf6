/** Functions in Power Fx: Custom APIs with an expression, as messages that clients and formulas call by name. */
import { compile, type CompiledFormula, type TimeZone, type Value as FormulaValue, type Variable } from '../../powerfx';
import type { Environment, MessageDefinition, MessageParameters } from '../pipeline/types';
import { checkNamedPrivilege } from '../security/check';
import { customApis, edmType, formulaType, type CustomApi, type CustomApiField } from './custom-api';
import { parameterValue, responseOf } from './custom-api-values';
import { environmentSchema } from './environment-schema';
import type { LowCodeOptions } from './low-code';
import { observedRun, type FormulaCall } from './observed-run';
import { compileFormula } from './plugin-formula';
import { RowGeneration } from './row-generation';

const TABLES = ['customapi', 'customapirequestparameter', 'customapiresponseproperty', 'fxexpression'];
const GLOBAL = 0;

/** Messages of this environment's functions; `forget` is for transactions that were undone. */
export function functionMessages(
    environment: Environment,
    options: LowCodeOptions,
): { source(): readonly MessageDefinition[]; forget(): void } {
    const generation = new RowGeneration(environment, TABLES, () =>
        customApis(environment)
            .filter(({ bindingType }) => bindingType === GLOBAL)
            .map((api) => message(environment, api, options)),
    );
    return { source: () => generation.current, forget: () => generation.forget() };
}

function message(environment: Environment, api: CustomApi, options: LowCodeOptions): MessageDefinition {
    let formula: CompiledFormula | undefined;
    return {
        name: api.uniqueName,
        kind: api.isFunction ? 'function' : 'action',
        parameters: api.parameters.map(({ name, type, isOptional }) => ({
            name,
            type: edmType(type),
            optional: isOptional,
        })),
        ...(api.properties.length === 0 ? {} : { returns: { type: `mscrm.${api.uniqueName}Response` } }),
        run: (organization, parameters, context) => {
            if (api.executePrivilege !== undefined) {
                checkNamedPrivilege(environment, api.executePrivilege, context);
            }
            formula ??= compileFunction(environment, api.uniqueName, api.expression, api.parameters);
            const call: FormulaCall<MessageParameters> = {
                name: api.uniqueName,
                table: '',
                message: api.uniqueName,
                stage: 'function',
                organization,
                context: { ...context, depth: context.depth + 1 },
                formula,
                variables: ({ timeZone }) => given(api, parameters, timeZone),
                answer: (result, { timeZone }) => responseOf(api.properties, result, timeZone),
            };
            // Messages that only read have no transaction of their own, but a formula may write.
            return organization.transaction(() => observedRun(call, options));
        },
    };
}

function given(
    { parameters: fields }: CustomApi,
    parameters: MessageParameters,
    timeZone: TimeZone,
): ReadonlyMap<string, FormulaValue> {
    return new Map(fields.map((field) => [field.name, parameterValue(field, parameters[field.name], timeZone)]));
}

/**
 * Makes a function's formula ready to run. Its parameters are names in it.
 * @throws DataverseError 0x80040265 with the places of its faults when it cannot be compiled
 */
export function compileFunction(
    environment: Environment,
    name: string,
    text: string,
    parameters: readonly CustomApiField[],
): CompiledFormula {
    const variables: readonly Variable[] = parameters.flatMap((field) => {
        const type = formulaType(field.type);
        return type ? [{ name: field.name, type, canMutate: false, canSet: false, canSetMutate: false }] : [];
    });
    return compileFormula(name, () =>
        compile(text, environmentSchema(environment, variables), { allowSideEffects: true }),
    );
}
