/** What a formula on the server can name: tables, Custom APIs, environment variables, and what its host adds. */
import {
    recordType,
    Types,
    type ChoiceSet,
    type HostFunctionDefinition,
    type Schema,
    type Variable,
} from '../../powerfx';
import { labelText } from '../metadata/labels';
import { BASE_LANGUAGE, type Table } from '../metadata/types';
import { choiceSetOf } from './choice-sets';
import { environmentVariables } from './environment-variables';
import { EnvironmentTypes } from './environment-types';
import { customApiFunctions } from './custom-api-functions';
import type { Environment } from '../pipeline/types';

export const VIEWER = 'Viewer';
const VARIABLES = 'Environment.Variables';
const NOTHING = { canMutate: false, canSet: false, canSetMutate: false } as const;

/**
 * @param more names that this kind of formula has beside the environment's, such as `NewRecord`
 */
export function environmentSchema(environment: Environment, more: readonly Variable[]): Schema {
    const types = EnvironmentTypes.of(environment.metadata);
    const own = new Map(more.map((variable) => [variable.name, variable]));
    let functions: readonly HostFunctionDefinition[] | undefined;
    return {
        findVariable: (name) => own.get(name) ?? viewer(types, name) ?? tableVariable(types, name),
        findChoice: (name) => choices(types).get(name),
        get functions() {
            functions ??= customApiFunctions(environment);
            return functions;
        },
        findNamespace: (name) => {
            if (name !== VARIABLES) return undefined;
            const variables = environmentVariables(environment);
            return {
                findVariable: (wanted) => {
                    const found = variables.find(
                        ({ schemaName, displayName }) => schemaName === wanted || displayName === wanted,
                    );
                    return (
                        found && {
                            name: `${VARIABLES}.${found.schemaName}`,
                            displayName: found.displayName,
                            type: Types[found.kind],
                            ...NOTHING,
                        }
                    );
                },
            };
        },
    };
}

/** The user whom the formula runs for, as a row of systemusers. */
function viewer(types: EnvironmentTypes, name: string): Variable | undefined {
    const type = name === VIEWER ? types.table('systemuser')?.row : undefined;
    return type && { name, type: recordType(type.fields, type.source), ...NOTHING };
}

function tableVariable(types: EnvironmentTypes, name: string): Variable | undefined {
    const table = types.metadata.tableByEntitySet(name) ?? tableNamed(types, name);
    const type = table && types.table(table.logicalName)?.rows;
    return table && type
        ? {
              name: table.entitySetName,
              displayName: labelText(table.displayCollectionName, BASE_LANGUAGE),
              type,
              canMutate: true,
              canSet: false,
              canSetMutate: false,
          }
        : undefined;
}

const tablesByDisplayName = new WeakMap<EnvironmentTypes, ReadonlyMap<string, Table>>();

function tableNamed(types: EnvironmentTypes, displayName: string): Table | undefined {
    let tables = tablesByDisplayName.get(types);
    if (!tables) {
        tables = new Map(
            types.metadata.tables.map((table) => [labelText(table.displayCollectionName, BASE_LANGUAGE), table]),
        );
        tablesByDisplayName.set(types, tables);
    }
    return tables.get(displayName);
}

const choicesByName = new WeakMap<EnvironmentTypes, ReadonlyMap<string, ChoiceSet>>();

/** Choices by stored and by display name: `[@gdn_season]`, `'Status Reason (Leads)'`. */
function choices(types: EnvironmentTypes): ReadonlyMap<string, ChoiceSet> {
    let known = choicesByName.get(types);
    if (!known) {
        const named = new Map<string, ChoiceSet>();
        for (const table of types.metadata.tables) {
            for (const column of table.columns.values()) {
                if (column.optionSet && column.type !== 'Boolean') {
                    const set = choiceSetOf(table, column, column.optionSet);
                    named.set(set.name, set);
                    named.set(set.displayName ?? set.name, set);
                }
            }
        }
        known = named;
        choicesByName.set(types, known);
    }
    return known;
}
