/** The business process flow of a table, from the definition in `workflow.clientdata`. */
import { DataverseError, ErrorCode } from '../errors';
import { labelText } from '../metadata/labels';
import type { Label, Table } from '../metadata/types';
import type { Environment } from '../pipeline/types';

import { localizedText } from './localized-text';
import type { ClientProcess } from './types';

/** `clientdata` as the environment keeps it. */
interface ProcessDefinition {
    readonly stages: readonly {
        readonly id: string;
        readonly name: Label;
        readonly category: number;
        readonly table: string;
        readonly steps: readonly { readonly name: Label; readonly column: string; readonly required: boolean }[];
    }[];
}

interface ProcessRow {
    readonly id: string;
    readonly name: string | null;
    readonly uniqueName: string | null;
    readonly clientData: string | null;
}

/**
 * The active process in which the table has a stage; null when there is none. A process without a definition of its
 * own (a solution's XAML, which the environment keeps and does not run) is none.
 */
export function clientProcess({ store, metadata }: Environment, table: Table, language: number): ClientProcess | null {
    const rows = store
        .prepare<ProcessRow>(
            `SELECT workflowid AS id, name, uniquename AS uniqueName, clientdata AS clientData FROM workflow
             WHERE category = 4 AND statecode = 1 AND clientdata IS NOT NULL
             ORDER BY primaryentity <> ?, ifnull(processorder, 999), rowid`,
        )
        .all(table.logicalName);
    for (const row of rows) {
        const { stages } = parseDefinition(row);
        const instances = row.uniqueName?.toLowerCase() ?? '';
        if (!stages.some((stage) => stage.table === table.logicalName) || metadata.findTable(instances) === undefined) {
            continue;
        }
        return {
            id: row.id,
            name: localizedText(store, row.id, 'name', language, row.name),
            table: instances,
            stages: stages.map((stage) => ({
                id: stage.id,
                name: labelText(stage.name, language),
                category: stage.category,
                table: stage.table,
                steps: stage.steps.map((step) => ({
                    name:
                        labelText(step.name, language) ||
                        labelText(metadata.findTable(stage.table)?.columns.get(step.column)?.displayName, language),
                    column: step.column,
                    required: step.required,
                })),
            })),
        };
    }
    return null;
}

function parseDefinition(row: ProcessRow): ProcessDefinition {
    try {
        return JSON.parse(row.clientData ?? '') as ProcessDefinition;
    } catch {
        throw new DataverseError(
            ErrorCode.Unexpected,
            `The process ${row.name ?? row.id} has a definition (workflow.clientdata) that is not JSON.`,
        );
    }
}
