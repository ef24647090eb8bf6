import {
    compile,
    errorValue,
    ErrorValue,
    RecordValue,
    utcZone,
    type CompiledFormula,
    type RunContext,
    type Value,
} from '../../local/powerfx';
import type { Language } from '../../lifecycle/defaults';
import { expandPlugins, type ExpandedPlugin } from '../../plugins/build';
import { pluginSchema } from '../../plugins/schema/plugin-schema';
import { TableTypes } from '../../plugins/schema/table-types';
import { rulesModel, tableNamed, tables } from './data-model';
import {
    PlainRecord,
    PlainTable,
    plainValue,
    type PlainRow,
    type PlainTables,
    type RowsContext,
} from './in-memory-rows';

/** What a plug-in runs in. */
export interface World {
    readonly rows: PlainTables;
    readonly language: Language;
    /** Names of the roles that the user holds herself, and of those that her teams hold. */
    readonly roles?: readonly string[];
    readonly teamRoles?: readonly string[];
    /** Milliseconds of UTC. */
    readonly now?: number;
}

export interface Outcome {
    /** Why the operation is refused; null when it is not. */
    readonly refusal: string | null;
    /** Columns that the plug-in sets. */
    readonly changes: PlainRow;
    /** Rows that it creates, by entity set name. */
    readonly created: Readonly<Record<string, readonly PlainRow[]>>;
    readonly result: Value;
}

export const USER_ID = '0ee00000-0000-4000-8000-000000000001';
const TEAM_ID = '0ee00000-0000-4000-8000-000000000002';
const CULTURES: Readonly<Record<Language, string>> = { 1033: 'en-US', 1036: 'fr-FR' };

const types = new TableTypes(tables);
const plugins = new Map(expandPlugins(rulesModel).map((plugin) => [plugin.contract.uniqueName, plugin]));
const compiled = new Map<string, CompiledFormula>();

function formulaOf(uniqueName: string): CompiledFormula {
    const known = compiled.get(uniqueName);
    if (known) return known;
    const plugin: ExpandedPlugin | undefined = plugins.get(uniqueName);
    if (!plugin) throw new Error(`There is no plug-in ${uniqueName}.`);
    const formula = compile(plugin.expanded.text, pluginSchema(plugin.contract, tables), { allowSideEffects: true });
    compiled.set(uniqueName, formula);
    return formula;
}

/** Runs an automated plug-in for a row of its table that is created (without `before`) or changed. */
export function runAutomated(uniqueName: string, world: World, given: PlainRow, before?: PlainRow): Outcome {
    const context = rowsContext(world);
    const table = tableNamed(tableOf(uniqueName));
    const changes: Record<string, unknown> = {};
    return run(uniqueName, world, context, changes, {
        NewRecord: new PlainRecord(context, table, { ...before, ...given }, changes),
        ...(before && { OldRecord: new PlainRecord(context, table, before) }),
    });
}

function tableOf(uniqueName: string): string {
    const contract = plugins.get(uniqueName)?.contract;
    if (contract?.kind !== 'automated') throw new Error(`There is no automated plug-in ${uniqueName}.`);
    return contract.table;
}

/** Calls a function; its outputs as the Web API would answer them. */
export function callFunction(uniqueName: string, world: World, parameters: Readonly<Record<string, Value>>): PlainRow {
    const { result, refusal } = run(uniqueName, world, rowsContext(world), {}, parameters);
    if (!(result instanceof RecordValue)) throw new Error(refusal ?? 'The function gives no record.');
    return Object.fromEntries(result.names().map((name) => [name, plainValue(result.get(name))]));
}

function run(
    uniqueName: string,
    world: World,
    context: RowsContext,
    changes: PlainRow,
    own: Readonly<Record<string, Value>>,
): Outcome {
    const created: Record<string, PlainRow[]> = {};
    const values: Record<string, Value> = { ...own };
    const value = (name: string): Value => {
        if (!(name in values)) values[name] = tableOrViewer(context, name, (created[name] ??= []));
        return values[name] ?? null;
    };
    const runContext: RunContext = {
        variables: { get: value, set: (name) => errorValue('InvalidFunctionUsage', `${name} cannot be set.`) },
        now: () => world.now ?? Date.UTC(2026, 10, 21, 9),
        timeZone: utcZone,
        culture: CULTURES[world.language],
        random: () => 0.5,
        newGuid: () => USER_ID,
        functions: new Map(),
        checkDeadline: () => undefined,
    };
    const result = formulaOf(uniqueName).run(runContext);
    const refusal =
        result instanceof ErrorValue ? [...new Set(result.errors.map(({ message }) => message))].join('\n') : null;
    return { refusal, changes, created, result };
}

function tableOrViewer(context: RowsContext, name: string, added: PlainRow[]): Value {
    if (name === 'Viewer') return new PlainRecord(context, tableNamed('systemuser'), { systemuserid: USER_ID });
    const table = types.tableOf(name);
    if (!table) throw new Error(`Nothing is called ${name}.`);
    return new PlainTable(context, table, context.rows[table.name] ?? [], added);
}

function rowsContext({ rows, language, roles = [], teamRoles = [] }: World): RowsContext {
    const named = (names: readonly string[]): readonly PlainRow[] => names.map((name) => ({ roleid: TEAM_ID, name }));
    return {
        types,
        rows,
        language,
        collection: (table, name) => {
            if (name === 'systemuserroles_association') return named(roles);
            if (name === 'teammembership_association') return [{ teamid: TEAM_ID }];
            if (name === 'teamroles_association') return named(teamRoles);
            throw new Error(`No formula reads ${table}.${name}.`);
        },
    };
}
