import { ProcessStatus, RowState } from '../choices';
import { EntitySet, ProcessColumn, Table } from '../columns';
import { isRow, numberOf, plainId, textOf, valueOf, type Row } from '../row';
import type { Write } from '../web-api/web-api';

/** A process that runs or ran for a lead. */
export interface ProcessInstance {
    readonly id: string;
    /** Of its table. */
    readonly entitySet: string;
    readonly processId: string;
    readonly activeStage: string;
    /** Ids of stages. */
    readonly traversedPath: readonly string[];
    readonly status: number | null;
}

/** A stage of a process that stands at a lead. */
export interface LeadStage {
    readonly id: string;
    readonly processId: string;
    /** A value of `StageCategory`: what the stage is about, which rises along a process. */
    readonly category: number;
}

/** What the environment says of the processes that leads go through. */
export interface LeadProcesses {
    readonly stages: readonly LeadStage[];
    /** Entity set of the table that keeps the instances, by process. */
    readonly entitySets: ReadonlyMap<string, string>;
}

const BUSINESS_PROCESS_FLOW = 4;

/**
 * Addresses of the stages of lead, of the processes, and of the tables that keep their instances: those bear the unique
 * name of the process (Microsoft Learn, "Work with business process flows using code").
 */
export const LEAD_PROCESS_ADDRESSES: readonly string[] = [
    "processstages?$select=processstageid,stagecategory,_processid_value&$filter=primaryentitytypecode eq 'lead'",
    `workflows?$select=workflowid,uniquename&$filter=category eq ${BUSINESS_PROCESS_FLOW} and primaryentity eq 'lead'`,
    'EntityDefinitions?$select=LogicalName,EntitySetName&$filter=IsBPFEntity eq true',
];

/** @param rows of each of `LEAD_PROCESS_ADDRESSES`; none of those that may not be read */
export function leadProcesses(
    stages: readonly Row[],
    workflows: readonly Row[],
    definitions: readonly Row[],
): LeadProcesses {
    const sets = new Map(definitions.map((row) => [textOf(row, 'LogicalName'), textOf(row, 'EntitySetName')]));
    return {
        stages: stages.map((row) => ({
            id: plainId(textOf(row, 'processstageid')),
            processId: plainId(String(valueOf(row, 'processid') ?? '')),
            category: numberOf(row, 'stagecategory') ?? 0,
        })),
        entitySets: new Map(
            workflows.flatMap((row): readonly (readonly [string, string])[] => {
                const table = textOf(row, 'uniquename').toLowerCase();
                const set = sets.get(table) ?? (table === Table.salesProcess ? EntitySet.salesProcess : undefined);
                return set === undefined ? [] : [[plainId(textOf(row, 'workflowid')), set]];
            }),
        ),
    };
}

/** The address of every process of a lead (Microsoft Learn, "RetrieveProcessInstances Function"). */
export function instancesAddress(leadId: string): string {
    return `RetrieveProcessInstances(EntityId=${leadId},EntityLogicalName='${Table.lead}')`;
}

/** Those instances whose table is known; the function names columns in its own way, the tables in theirs. */
export function processInstances(rows: readonly Row[], { entitySets }: LeadProcesses): readonly ProcessInstance[] {
    return rows.filter(isRow).flatMap((row): readonly ProcessInstance[] => {
        const processId = plainId(String(valueOf(row, 'processid') ?? ''));
        const entitySet = entitySets.get(processId);
        if (entitySet === undefined) return [];
        return [
            {
                id: plainId(textOf(row, ProcessColumn.id)),
                entitySet,
                processId,
                activeStage: plainId(
                    String(valueOf(row, ProcessColumn.activeStage) ?? valueOf(row, 'processstageid') ?? ''),
                ),
                traversedPath: textOf(row, ProcessColumn.traversedPath)
                    .split(',')
                    .map((id) => plainId(id.trim()))
                    .filter((id) => id !== ''),
                status: numberOf(row, ProcessColumn.status),
            },
        ];
    });
}

/**
 * What brings the processes of a lead back to a stage of lead, where Dataverse wants them when it qualifies. A running
 * one goes back to the last stage of lead that it went through. Without a running one the one that the opportunity
 * finished runs again; one that somebody gave up stays given up.
 * @param finishes whether a change before this one finishes what still runs, as closing the opportunity does
 */
export function repairWrites(
    instances: readonly ProcessInstance[],
    { stages }: Pick<LeadProcesses, 'stages'>,
    finishes: boolean,
): readonly Write[] {
    const running = instances.filter(({ status }) => status === ProcessStatus.active);
    const isOfLead = (id: string): boolean => stages.some((stage) => stage.id === id);
    const finished = instances.find((it) => it.status === ProcessStatus.finished && !isOfLead(it.activeStage));
    const repaired = running.length > 0 ? running : finished ? [finished] : [];
    return repaired.flatMap((instance): readonly Write[] => {
        const stage = stageOfLead(instance, stages);
        const write = (columns: Row): Write => ({
            kind: 'update',
            entitySet: instance.entitySet,
            id: instance.id,
            columns,
        });
        const runs = instance.status === ProcessStatus.active && !finishes;
        return [
            // Running again comes first: a finished process does not move.
            ...(runs
                ? []
                : [write({ [ProcessColumn.state]: RowState.active, [ProcessColumn.status]: ProcessStatus.active })]),
            ...(stage === null || stage.id === instance.activeStage
                ? []
                : [
                      write({
                          [`${ProcessColumn.activeStage}@odata.bind`]: `/${EntitySet.processStage}(${stage.id})`,
                          [ProcessColumn.traversedPath]: stage.path.join(','),
                      }),
                  ]),
        ];
    });
}

/** The stage of lead to stand at, with the path that leads there; null when the process has none. */
function stageOfLead(
    { processId, activeStage, traversedPath }: ProcessInstance,
    stages: readonly LeadStage[],
): { readonly id: string; readonly path: readonly string[] } | null {
    const own = stages.filter((stage) => stage.processId === processId);
    const isOwn = (id: string): boolean => own.some((stage) => stage.id === id);
    if (isOwn(activeStage)) return { id: activeStage, path: traversedPath };
    const beyond = traversedPath.findIndex((id) => !isOwn(id));
    const path = beyond < 0 ? traversedPath : traversedPath.slice(0, beyond);
    const last = path[path.length - 1];
    if (last !== undefined) return { id: last, path };
    const [first] = [...own].sort((a, b) => a.category - b.category);
    return first ? { id: first.id, path: [first.id] } : null;
}
