/** What a formula runs with on the server: the user's clock and language, the tables, and who may wait how long. */
import { randomUUID } from 'node:crypto';
import {
    DynamicNumber,
    DynamicValue,
    ErrorValue,
    MemoryTable,
    RecordValue,
    errorValue,
    findTimeZone,
    parseDecimal,
    utcZone,
    type DynamicContent,
    type FormulaDependencies,
    type HostFunction,
    type RunContext,
    type Value as FormulaValue,
} from '../../powerfx';
import { DataverseError, ErrorCode } from '../errors';
import { localeOf } from '../formatting/locales';
import { readUserSettings } from '../formatting/read-user-settings';
import type { MessageParameter, Organization, RequestContext } from '../pipeline/types';
import { customApis } from './custom-api';
import { plainValue, responseValue } from './custom-api-values';
import { DataverseTable } from './dataverse-table';
import { VIEWER } from './environment-schema';
import { environmentVariables } from './environment-variables';
import type { FormulaServices, RowCounts } from './formula-services';
import { ReadCache } from './read-cache';
import { RowValue } from './row-value';
import { serverError } from './server-errors';

/** Milliseconds that a run may take (Microsoft Learn, "Low-code plug-ins Power Fx", limitations: two minutes). */
const TIME_LIMIT = 120_000;

export interface RunOptions {
    /** For messages. */
    readonly name: string;
    readonly dependencies: FormulaDependencies;
    readonly counts: RowCounts;
    /** Milliseconds; the clock that the time limit is measured by. */
    readonly clock: () => number;
}

/** @param context of the messages that the formula leads to */
export function formulaServices(
    organization: Organization,
    context: RequestContext,
    { name, dependencies, counts, clock }: RunOptions,
): FormulaServices {
    const settings = readUserSettings(organization, context.userId);
    const columns = columnsByTable(dependencies);
    const end = clock() + TIME_LIMIT;
    return {
        organization,
        context,
        settings,
        timeZone: findTimeZone(settings.timeZone) ?? utcZone,
        counts,
        cache: new ReadCache(counts),
        columnsOf: (entitySetName) => columns.get(entitySetName) ?? [],
        checkDeadline: () => {
            if (clock() > end) {
                throw new DataverseError(
                    ErrorCode.SandboxWorkerPluginExecuteTimeout,
                    `${name} was stopped: a plug-in may run for two minutes. Let the query do more of its work.`,
                );
            }
        },
    };
}

const columnsOfFormula = new WeakMap<FormulaDependencies, ReadonlyMap<string, readonly string[]>>();

/** The columns that a formula reads, by entity set name. Guards name every column of a table, and run at every save. */
function columnsByTable(dependencies: FormulaDependencies): ReadonlyMap<string, readonly string[]> {
    const known = columnsOfFormula.get(dependencies);
    if (known) return known;
    const columns = new Map<string, string[]>();
    for (const path of dependencies.columnsRead) {
        const dot = path.indexOf('.');
        const table = path.slice(0, dot);
        const list = columns.get(table);
        if (list) list.push(path.slice(dot + 1));
        else columns.set(table, [path.slice(dot + 1)]);
    }
    columnsOfFormula.set(dependencies, columns);
    return columns;
}

/** @param own values of the names that this kind of formula has beside the environment's */
export function runContext(services: FormulaServices, own: ReadonlyMap<string, FormulaValue>): RunContext {
    const { settings, timeZone, checkDeadline } = services;
    return {
        variables: {
            get: (name) => (own.has(name) ? (own.get(name) ?? null) : environmentValue(services, name)),
            set: (name) => errorValue('InvalidFunctionUsage', `${name} cannot be set.`),
        },
        now: () => Date.now(),
        timeZone,
        culture: localeOf(settings.language),
        random: () => Math.random(),
        newGuid: () => randomUUID(),
        get functions() {
            return environmentFunctions(services);
        },
        checkDeadline,
    };
}

function environmentValue(services: FormulaServices, name: string): FormulaValue {
    if (name === VIEWER) return viewerOf(services);
    const { metadata } = services.organization;
    const table = metadata.tableByEntitySet(name);
    if (table) return new DataverseTable(services, table);
    const variable = environmentVariables(services.organization).find(
        ({ schemaName }) => name === `Environment.Variables.${schemaName}`,
    );
    if (!variable || variable.text === null) return null;
    switch (variable.kind) {
        case 'Text':
            return variable.text;
        case 'Boolean':
            return ['yes', 'true', '1'].includes(variable.text.toLowerCase());
        case 'Decimal': {
            const number = parseDecimal(variable.text);
            return number === 'overflow' || number === undefined
                ? errorValue('InvalidArgument', `The environment variable ${variable.schemaName} holds no number.`)
                : number;
        }
        case 'Dynamic':
            return dynamicOf(variable.text, variable.schemaName);
    }
}

function dynamicOf(text: string, name: string): FormulaValue {
    try {
        const content = contentOf(JSON.parse(text));
        return content === null ? null : new DynamicValue(content);
    } catch {
        return errorValue('InvalidJSON', `The environment variable ${name} holds no JSON.`);
    }
}

function contentOf(json: unknown): DynamicContent {
    if (typeof json === 'number') return new DynamicNumber(String(json));
    if (Array.isArray(json)) return json.map(contentOf);
    if (typeof json === 'object' && json !== null) {
        return new Map(Object.entries(json).map(([key, value]) => [key, contentOf(value)]));
    }
    return typeof json === 'string' || typeof json === 'boolean' ? json : null;
}

function viewerOf(services: FormulaServices): RowValue {
    const { organization, context } = services;
    return new RowValue(services, organization.metadata.table('systemuser'), context.userId);
}

function environmentFunctions(services: FormulaServices): ReadonlyMap<string, HostFunction> {
    const { organization, context, timeZone } = services;
    return new Map(
        customApis(organization).map(({ uniqueName, parameters, properties }) => [
            `Environment.${uniqueName}`,
            ([given]: readonly FormulaValue[]): FormulaValue => {
                const sent: { [name: string]: MessageParameter } = {};
                for (const field of parameters) {
                    const value =
                        given instanceof RecordValue ? plainValue(field, given.get(field.name), timeZone) : null;
                    if (value instanceof ErrorValue) return value;
                    sent[field.name] = value;
                }
                services.cache.forget();
                try {
                    return responseValue(properties, organization.execute(uniqueName, sent, context), timeZone);
                } catch (error) {
                    return serverError(error, 'update');
                }
            },
        ]),
    );
}

/** The first error of a result: of the formula itself, or of a row of the table that its loops give. */
export function errorIn(result: FormulaValue): ErrorValue | undefined {
    if (result instanceof ErrorValue) return result;
    if (!(result instanceof MemoryTable)) return undefined;
    return result.rows().find((row) => row instanceof ErrorValue);
}
