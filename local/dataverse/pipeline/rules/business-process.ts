/**
 * Instances of business process flows: which stages they may stand at, and what has to be true before they move on.
 * Microsoft Learn, "Work with business process flows using code"; the codes are the platform's own.
 */
import { DataverseError, ErrorCode } from '../../errors';
import { processOfTable, type ProcessDefinition, type ProcessStage } from '../process-definition';
import { isReference, readColumns, sameValue } from '../row-storage';
import { tablePlan, type TablePlan } from '../table-plan';
import type { Environment, Value } from '../types';
import { isGiven, resulting, type Draft } from './draft';

const Code = {
    ActiveStageIsEmpty: 0x80060449,
    ActiveStageIsNotLast: 0x80060455,
    FirstStageDoesNotMatch: 0x80060456,
    InvalidTraversedPath: 0x80092007,
    ProcessDoesNotMatch: 0x80060460,
    PrimaryRowIsMissing: 0x80060453,
    RequiredStepIsEmpty: 0x8006041a,
    StageIsNotOfProcess: 0x80060450,
    StageRowIsMissing: 0x80060451,
} as const;

const FINISHED = 2;

/**
 * Completes and checks an instance that is created or updated.
 * @param stateChanges whether it is finished, aborted or made active again
 */
export function checkBusinessProcess(draft: Draft, stateChanges: boolean): void {
    const { pipeline, plan, before, values, context } = draft;
    const process = plan.table.isBusinessProcess
        ? processOfTable(pipeline.environment, plan.table.logicalName)
        : undefined;
    if (!process) {
        return;
    }
    checkProcessId(draft, process);
    if (before === undefined) {
        complete(draft, process);
    }
    if (before === undefined || isGiven(draft, 'activestageid') || isGiven(draft, 'traversedpath')) {
        moveToStage(draft, process);
    }
    if (stateChanges && before !== undefined) {
        values.completedon = values.statuscode === FINISHED ? context.now : null;
        setDuration(draft);
    }
}

function checkProcessId(draft: Draft, process: ProcessDefinition): void {
    const given = draft.values.processid;
    if (given !== undefined && idOf(given) !== process.id) {
        throw new DataverseError(
            Code.ProcessDoesNotMatch,
            `Validation error: Process ID '${idOf(given) ?? ''}' does not match Business Process definition ` +
                `'${process.name}' (${process.id}).`,
        );
    }
}

/** A new instance starts at the first stage of its process unless it says otherwise. */
function complete(draft: Draft, process: ProcessDefinition): void {
    const { plan, values, context } = draft;
    const first = process.stages[0];
    const rowColumn = first && rowColumnOf(plan, first.table);
    if (!first || rowColumn === undefined || resulting(draft, rowColumn) === null) {
        throw new DataverseError(
            Code.PrimaryRowIsMissing,
            `Validation error: primary participating entity is not present: give '${rowColumn ?? 'the row'}' ` +
                `that the instance of '${process.name}' is for.`,
        );
    }
    values.processid = { table: 'workflow', id: process.id };
    values.name ??= process.name;
    values.activestagestartedon = context.now;
    if (values.activestageid === undefined) {
        values.activestageid = { table: 'processstage', id: first.id };
    }
    if (values.traversedpath === undefined) {
        const active = idOf(values.activestageid);
        values.traversedpath = active === first.id ? first.id : `${first.id},${active ?? ''}`;
    }
}

function moveToStage(draft: Draft, process: ProcessDefinition): void {
    const { before, values, context } = draft;
    const active = idOf(resulting(draft, 'activestageid'));
    if (active === undefined) {
        throw new DataverseError(
            Code.ActiveStageIsEmpty,
            'Error updating the Business Process: Active Stage ID cannot be empty.',
        );
    }
    const path = stagesOf(process, active, resulting(draft, 'traversedpath'));
    const stage = path[path.length - 1];
    if (!stage) {
        return;
    }
    checkStageRow(draft, process, stage);
    const formerPath = before === undefined ? [] : pathOf(before.traversedpath ?? null);
    // Only what is left behind on the way forward has to be complete; going back is always possible.
    const left = before === undefined ? [] : path.slice(Math.max(0, formerPath.length - 1), -1);
    left.forEach((each) => checkRequiredSteps(draft, each));
    values.traversedpath = path.map(({ id }) => id).join(',');
    if (before !== undefined && !sameValue(before.activestageid, values.activestageid)) {
        values.activestagestartedon = context.now;
    }
}

const pathOf = (value: Value): readonly string[] =>
    typeof value === 'string'
        ? value
              .toLowerCase()
              .split(',')
              .map((id) => id.trim())
              .filter((id) => id !== '')
        : [];

/** The stages of a traversed path, which has to start at the first stage, go forward and end at the active one. */
function stagesOf(process: ProcessDefinition, active: string, traversedPath: Value): readonly ProcessStage[] {
    const path = pathOf(traversedPath);
    const stages = path.map((id) => stageOf(process, id));
    stageOf(process, active);
    const last = path[path.length - 1];
    if (last !== active) {
        throw new DataverseError(
            Code.ActiveStageIsNotLast,
            `Active Stage ID '${active}' does not match last Stage ID in Traversed Path '${path.join(',')}'. ` +
                'Please contact your system administrator.',
        );
    }
    const first = process.stages[0]?.id ?? '';
    if (path[0] !== first) {
        throw new DataverseError(
            Code.FirstStageDoesNotMatch,
            `First Stage ID in traversed path '${path[0] ?? ''}' does not match first Stage ID in Business Process ` +
                `'${first}'. Please contact your system administrator.`,
        );
    }
    const positions = stages.map((stage) => process.stages.indexOf(stage));
    if (positions.some((position, index) => index > 0 && position <= (positions[index - 1] ?? -1))) {
        throw new DataverseError(
            Code.InvalidTraversedPath,
            `Invalid traversed path. '${path.join(',')}' does not follow the order of the stages of '${process.name}'.`,
        );
    }
    return stages;
}

function stageOf(process: ProcessDefinition, id: string): ProcessStage {
    const stage = process.stages.find((each) => each.id === id);
    if (!stage) {
        throw new DataverseError(
            Code.StageIsNotOfProcess,
            `Validation error: Stage ID '${id}' is not present in Business Process. ` +
                'Please contact your system administrator.',
        );
    }
    return stage;
}

/** A stage needs the row it is about: nothing but QualifyLead gives a process its opportunity. */
function checkStageRow(draft: Draft, process: ProcessDefinition, stage: ProcessStage): void {
    const column = rowColumnOf(draft.plan, stage.table);
    if (column !== undefined && resulting(draft, column) === null) {
        throw new DataverseError(
            Code.StageRowIsMissing,
            `Validation error: stage entity cannot be null. The stage ${stage.id} of '${process.name}' is about ` +
                `${stage.table}, and the process has no ${stage.table} ('${column}' is empty).`,
        );
    }
}

/**
 * Steps that a stage requires have a value; a yes/no step has to be yes.
 * @throws DataverseError 0x8006041a that names the columns
 */
function checkRequiredSteps(draft: Draft, stage: ProcessStage): void {
    const required = stage.steps.filter((step) => step.required).map((step) => step.column);
    const column = rowColumnOf(draft.plan, stage.table);
    const id = column === undefined ? undefined : idOf(resulting(draft, column));
    if (required.length > 0 && id !== undefined) {
        refuseEmptySteps(draft.pipeline.environment, stage.table, id, required);
    }
}

function refuseEmptySteps(environment: Environment, table: string, id: string, required: readonly string[]): void {
    const row = readColumns(environment.store, tablePlan(environment.metadata, table), id, required) ?? {};
    const empty = required.filter(
        (column) => row[column] === null || row[column] === undefined || row[column] === false,
    );
    if (empty.length > 0) {
        throw new DataverseError(
            Code.RequiredStepIsEmpty,
            `To move to the next stage, complete the required steps. Empty in ${table}: ${empty.join(', ')}.`,
        );
    }
}

const NOT_ABOUT_ROWS: ReadonlySet<string> = new Set([
    'organization',
    'processstage',
    'systemuser',
    'transactioncurrency',
    'workflow',
]);

/** The column of an instance that points to the row of a table, such as `leadid`. */
export function rowColumnOf(instancePlan: TablePlan, table: string): string | undefined {
    if (NOT_ABOUT_ROWS.has(table)) {
        return undefined;
    }
    for (const { name, onlyTarget } of instancePlan.stored.values()) {
        if (onlyTarget === table) {
            return name;
        }
    }
    return undefined;
}

const MILLISECONDS_PER_MINUTE = 60_000;

function setDuration({ plan, before, values, context }: Draft): void {
    if (plan.stored.has('duration') && typeof before?.createdon === 'string') {
        const minutes = Math.floor((Date.parse(context.now) - Date.parse(before.createdon)) / MILLISECONDS_PER_MINUTE);
        values.duration = values.completedon === null ? null : Math.max(0, minutes);
    }
}

/** The id in a lookup or in a plain id column. */
export function idOf(value: Value | undefined): string | undefined {
    return isReference(value) ? value.id : typeof value === 'string' ? value.toLowerCase() : undefined;
}

/** No second running instance for the same row. @throws DataverseError 0x80040237 */
export function duplicateInstance(process: ProcessDefinition, rowId: string, instanceId: string): DataverseError {
    return new DataverseError(
        ErrorCode.DuplicateRecord,
        `'${process.name}' already runs for the row ${rowId}: instance ${instanceId}. Move that one on instead.`,
    );
}
