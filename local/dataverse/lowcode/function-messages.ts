/** Functions in Power Fx: Custom APIs with an expression, as messages that clients and formulas call by name. */
import { compile, ErrorValue, type CompiledFormula, type Value as FormulaValue, type Variable } from '../../powerfx';
import type { Environment, MessageDefinition } from '../pipeline/types';
import { checkNamedPrivilege } from '../security/check';
import { customApis, edmType, formulaType, type CustomApi, type CustomApiField } from './custom-api';
import { parameterValue, responseOf } from './custom-api-values';
import { environmentSchema } from './environment-schema';
import { errorIn, formulaServices, runContext } from './formula-run';
import type { RowCounts } from './formula-services';
import type { LowCodeOptions } from './low-code';
import { compileFormula } from './plugin-formula';
import { refusalOf } from './refusal';
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
            formula ??= compileFunction(environment, api.uniqueName, api.expression.text, api.parameters);
            const clock = options.clock ?? Date.now;
            const counts: RowCounts = { rowsRead: 0, rowsWritten: 0, queries: 0 };
            const services = formulaServices(
                organization,
                { ...context, depth: context.depth + 1 },
                { name: api.uniqueName, dependencies: formula.dependencies, counts, clock },
            );
            const given = new Map<string, FormulaValue>(
                api.parameters.map((field) => [
                    field.name,
                    parameterValue(field, parameters[field.name], services.timeZone),
                ]),
            );
            const begun = clock();
            const result = formula.run(runContext(services, given));
            const answer = errorIn(result) ?? responseOf(api.properties, result, services.timeZone);
            const refusal = answer instanceof ErrorValue ? refusalOf(answer) : undefined;
            options.observe?.({
                name: api.uniqueName,
                table: '',
                message: api.uniqueName,
                stage: 'function',
                ...counts,
                milliseconds: clock() - begun,
                ...(refusal ? { refusal: refusal.message } : {}),
            });
            if (answer instanceof ErrorValue) throw refusal ?? refusalOf(answer);
            return answer;
        },
    };
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
