/** Business process flows: their stages and steps, as the process's row of `workflow` describes them. */
import type { Environment } from './types';

export interface ProcessStep {
    /** Logical name of a column of the stage's table. */
    readonly column: string;
    readonly required: boolean;
}

export interface ProcessStage {
    /** processstageid */
    readonly id: string;
    /** Logical name of the table whose form shows the stage. */
    readonly table: string;
    readonly steps: readonly ProcessStep[];
}

export interface ProcessDefinition {
    /** workflowid */
    readonly id: string;
    readonly name: string;
    /** Logical name of the table whose rows are the instances. */
    readonly instanceTable: string;
    readonly stages: readonly ProcessStage[];
}

const BUSINESS_PROCESS_FLOW = 4;
const ACTIVATED = 1;

interface WorkflowRow {
    readonly id: string;
    readonly name: string | null;
    readonly uniqueName: string | null;
    readonly clientData: string | null;
}

const SELECT = 'SELECT workflowid AS id, name, uniquename AS uniqueName, clientdata AS clientData FROM workflow';

/** The process whose instances a table holds. */
export function processOfTable(environment: Environment, instanceTable: string): ProcessDefinition | undefined {
    const row = environment.store
        .prepare<WorkflowRow>(`${SELECT} WHERE fold(uniquename) = ? AND category = ${BUSINESS_PROCESS_FLOW}`)
        .get(instanceTable.toLowerCase());
    return row && parse(environment, row);
}

/** The process that rows of a table start with; undefined when there is none. */
export function firstProcessFor(environment: Environment, table: string): ProcessDefinition | undefined {
    if (!environment.metadata.findTable('workflow')) {
        return undefined;
    }
    const rows = environment.store
        .prepare<WorkflowRow>(
            `${SELECT} WHERE primaryentity = ? AND category = ${BUSINESS_PROCESS_FLOW} AND statecode = ${ACTIVATED}
             ORDER BY ifnull(processorder, 999), rowid`,
        )
        .all(table);
    for (const row of rows) {
        const process = parse(environment, row);
        if (process) {
            return process;
        }
    }
    return undefined;
}

/** By the text of the definition, so that an imported change is seen at once. */
const parsed = new Map<string, ProcessDefinition | undefined>();
const MOST_PARSED = 50;

function parse(environment: Environment, row: WorkflowRow): ProcessDefinition | undefined {
    const instanceTable = row.uniqueName?.toLowerCase();
    if (row.clientData === null || instanceTable === undefined) {
        return undefined;
    }
    if (!environment.metadata.findTable(instanceTable)?.isBusinessProcess) {
        return undefined;
    }
    const key = `${row.id} ${row.clientData}`;
    if (!parsed.has(key)) {
        if (parsed.size >= MOST_PARSED) {
            parsed.clear();
        }
        const stages = readStages(row.clientData);
        parsed.set(key, stages && { id: row.id, name: row.name ?? instanceTable, instanceTable, stages });
    }
    return parsed.get(key);
}

function readStages(clientData: string): readonly ProcessStage[] | undefined {
    let data: unknown;
    try {
        data = JSON.parse(clientData);
    } catch {
        return undefined;
    }
    const stages = property(data, 'stages');
    if (!Array.isArray(stages) || stages.length === 0) {
        return undefined;
    }
    return stages.map((stage: unknown) => {
        const steps = property(stage, 'steps');
        return {
            id: String(property(stage, 'id')).toLowerCase(),
            table: String(property(stage, 'table')),
            steps: (Array.isArray(steps) ? steps : []).map((step: unknown) => ({
                column: String(property(step, 'column')),
                required: property(step, 'required') === true,
            })),
        };
    });
}

function property(value: unknown, name: string): unknown {
    return typeof value === 'object' && value !== null ? (value as { [key: string]: unknown })[name] : undefined;
}
