/** What other messages do with process instances: start one for a new row, find it, move it on, finish it. */
import { processOfTable, firstProcessFor, type ProcessDefinition } from './process-definition';
import { duplicateInstance, idOf, rowColumnOf } from './rules/business-process';
import type { Draft } from './rules/draft';
import { tablePlan } from './table-plan';
import type { Pipeline } from './pipeline';
import type { Environment, RequestContext, Row } from './types';

const ACTIVE = 0;

export interface ProcessInstance {
    readonly id: string;
    readonly process: ProcessDefinition;
    readonly activeStageId: string;
    readonly traversedPath: readonly string[];
    readonly isActive: boolean;
}

/** Values of the instance that a new row starts with; undefined when no process is for its table. */
export function firstInstance(
    environment: Environment,
    table: string,
    id: string,
): { readonly table: string; readonly values: Row } | undefined {
    const process = firstProcessFor(environment, table);
    const plan = process && tablePlan(environment.metadata, process.instanceTable);
    const column = plan && rowColumnOf(plan, table);
    return !plan || column === undefined
        ? undefined
        : { table: plan.table.logicalName, values: { [column]: { table, id } } };
}

/**
 * Before an instance is created: the row may have one already. One that the platform started and nobody moved gives
 * way to the caller's own (clients create row and instance in one change set).
 */
export function makeRoomForInstance(draft: Draft): void {
    const { pipeline, plan, values } = draft;
    const process = plan.table.isBusinessProcess
        ? processOfTable(pipeline.environment, plan.table.logicalName)
        : undefined;
    const first = process?.stages[0];
    const column = first && rowColumnOf(plan, first.table);
    const rowId = column === undefined ? undefined : idOf(values[column]);
    if (!process || !first || rowId === undefined) {
        return;
    }
    for (const existing of instancesOf(pipeline.environment, process.instanceTable, first.table, rowId)) {
        if (existing.isActive && existing.traversedPath.length > 1) {
            throw duplicateInstance(process, rowId, existing.id);
        }
        if (existing.isActive) {
            pipeline.environment.store.prepare(plan.deleteById).run(existing.id);
        }
    }
}

/** Instances of a process table that are about a row, running ones first. */
export function instancesOf(
    environment: Environment,
    instanceTable: string,
    table: string,
    rowId: string,
): readonly ProcessInstance[] {
    const process = processOfTable(environment, instanceTable);
    const plan = tablePlan(environment.metadata, instanceTable);
    const column = rowColumnOf(plan, table);
    if (!process || column === undefined) {
        return [];
    }
    return environment.store
        .prepare<{ id: string; stage: string | null; path: string | null; state: number | null }>(
            `SELECT "${plan.table.primaryIdColumn}" AS id, activestageid AS stage, traversedpath AS path,
                    statecode AS state FROM "${instanceTable}" WHERE "${column}" = ? ORDER BY statecode, rowid DESC`,
        )
        .all(rowId)
        .map(({ id, stage, path, state }) => ({
            id,
            process,
            activeStageId: stage ?? '',
            traversedPath: (path ?? '').split(',').filter((each) => each !== ''),
            isActive: state === ACTIVE,
        }));
}

/** Instances of every process that are about a row. */
export function allInstancesOf(environment: Environment, table: string, rowId: string): readonly ProcessInstance[] {
    return environment.metadata.tables
        .filter((each) => each.isBusinessProcess)
        .flatMap((each) => instancesOf(environment, each.logicalName, table, rowId));
}

const FINISHED = { statecode: 1, statuscode: 2 };
const RUNNING = { statecode: 0, statuscode: 1 };

/** The row was closed for good: what still runs for it is finished. */
export function finishInstances(pipeline: Pipeline, table: string, rowId: string, context: RequestContext): void {
    for (const { id, process, isActive } of allInstancesOf(pipeline.environment, table, rowId)) {
        if (isActive) {
            pipeline.core.update(process.instanceTable, id, FINISHED, context, { asSystem: true });
        }
    }
}

/** Tables whose closing messages finish the process, so that opening a row again has to wake it up. */
const FINISHED_BY_CLOSING: ReadonlySet<string> = new Set(['opportunity']);

/** A closed row is open again: its process goes on where it stood. */
export function reopenInstances({ pipeline, plan, id, values, context }: Draft): void {
    const { logicalName } = plan.table;
    if (!FINISHED_BY_CLOSING.has(logicalName) || values.statecode !== ACTIVE) {
        return;
    }
    const [last] = allInstancesOf(pipeline.environment, logicalName, id);
    if (last && !last.isActive) {
        pipeline.core.update(last.process.instanceTable, last.id, RUNNING, context, { asSystem: true });
    }
}
