import { RowState } from '../choices';
import { EntitySet, ProcessColumn, Table } from '../columns';
import { numberOf, plainId, textOf, type Row } from '../row';
import { rowsOf, type Write } from '../web-api/web-api';
import type { ConversionDefinitions } from './conversion-metadata';

/** Where the lead's sales process stands, and where it goes. */
export interface ProcessState {
    /** The running instance; null for none. */
    readonly instanceId: string | null;
    /** The stages up to the opportunity's first one; empty where no process is to be moved. */
    readonly path: readonly string[];
    /**
     * The stage of lead that it has to be put back to, because QualifyLead refuses a lead whose process stands at
     * another table's; null when it stands right.
     */
    readonly repairTo: string | null;
}

const NO_PROCESS: ProcessState = { instanceId: null, path: [], repairTo: null };

/** The stock process "Lead to Opportunity Sales Process" has this id in every environment. */
const STOCK_PROCESS = '919e14d1-6489-4852-abd0-a63a6ecaac5d';

/** Where the state is found, in the order in which `readProcessState` takes the answers. */
export function processAddresses(leadId: string): readonly string[] {
    return [
        `${EntitySet.salesProcess}?$select=${ProcessColumn.id},_activestageid_value,_processid_value,` +
            `${ProcessColumn.traversedPath},${ProcessColumn.state}&$filter=_leadid_value eq ${leadId}`,
        STAGES_ADDRESS,
    ];
}

/** The same for every lead. */
export const STAGES_ADDRESS =
    `${EntitySet.processStage}?$select=processstageid,_processid_value,stagecategory,primaryentitytypecode` +
    `&$filter=primaryentitytypecode eq '${Table.lead}' or primaryentitytypecode eq '${Table.opportunity}'`;

/**
 * @param instances answer to the first of `processAddresses`
 * @param stages answer to the second; with neither, no process is moved
 */
export function readProcessState(instances: unknown, stages: unknown): ProcessState {
    const all = rowsOf(instances);
    const running = all.find((row) => numberOf(row, ProcessColumn.state) === RowState.active);
    // A process that was ended on purpose is not started again.
    if (!running && all.length > 0) return NO_PROCESS;
    const processId = running ? idIn(running, '_processid_value') : STOCK_PROCESS;
    const ofProcess = rowsOf(stages).filter((stage) => idIn(stage, '_processid_value') === processId);
    const ofLead = stagesOf(ofProcess, Table.lead);
    const [first] = ofLead;
    const [next] = stagesOf(ofProcess, Table.opportunity);
    if (first === undefined || next === undefined) return NO_PROCESS;
    if (!running) return { instanceId: null, path: [first, next], repairTo: null };
    const instanceId = idIn(running, ProcessColumn.id);
    if (!ofLead.includes(idIn(running, '_activestageid_value'))) {
        return { instanceId, path: [first, next], repairTo: first };
    }
    const passed = textOf(running, ProcessColumn.traversedPath).split(',').map(plainId);
    return { instanceId, path: [...passed.filter((stage) => ofLead.includes(stage)), next], repairTo: null };
}

/** What has to be written before QualifyLead. */
export function repairWrites({ instanceId, repairTo }: ProcessState): readonly Write[] {
    if (instanceId === null || repairTo === null) return [];
    return [
        {
            kind: 'update',
            entitySet: EntitySet.salesProcess,
            id: instanceId,
            columns: standingAt(repairTo, [repairTo]),
        },
    ];
}

/**
 * What moves the process to the opportunity. To be written after QualifyLead, which wants it at a stage of lead.
 * @param newId of an instance for a lead without one
 */
export function processWrites(
    { instanceId, path }: ProcessState,
    leadId: string,
    opportunityId: string,
    newId: string,
    { process }: ConversionDefinitions,
): readonly Write[] {
    const stage = path[path.length - 1];
    if (stage === undefined) return [];
    const columns: Row = {
        [bind(process, ProcessColumn.opportunity, Table.opportunity)]: `/${EntitySet.opportunity}(${opportunityId})`,
        ...standingAt(stage, path),
    };
    if (instanceId !== null) return [{ kind: 'update', entitySet: EntitySet.salesProcess, id: instanceId, columns }];
    return [
        {
            kind: 'create',
            entitySet: EntitySet.salesProcess,
            columns: {
                [ProcessColumn.id]: newId,
                [bind(process, ProcessColumn.lead, Table.lead)]: `/${EntitySet.lead}(${leadId})`,
                ...columns,
            },
        },
    ];
}

function standingAt(stage: string, path: readonly string[]): Row {
    return {
        [`${ProcessColumn.activeStage}@odata.bind`]: `/${EntitySet.processStage}(${stage})`,
        [ProcessColumn.traversedPath]: path.join(','),
    };
}

/** Navigation properties of the process table differ in their capitals, so they are asked for. */
function bind(process: ConversionDefinitions['process'], column: ProcessColumn, table: Table): string {
    return `${process.get(column)?.[table] ?? column}@odata.bind`;
}

/** Ids of a table's stages, the earliest first. */
function stagesOf(stages: readonly Row[], table: Table): readonly string[] {
    return stages
        .filter((stage) => textOf(stage, 'primaryentitytypecode') === table)
        .sort((a, b) => (numberOf(a, 'stagecategory') ?? 0) - (numberOf(b, 'stagecategory') ?? 0))
        .map((stage) => idIn(stage, 'processstageid'));
}

function idIn(row: Row, property: string): string {
    return plainId(textOf(row, property));
}
