/** The business process of a lead that is qualified: it crosses to the opportunity. */
import { DataverseError, ErrorCode } from '../../errors';
import { allInstancesOf, firstInstance, type ProcessInstance } from '../business-process-instances';
import type { Pipeline } from '../pipeline';
import { rowColumnOf } from '../rules/business-process';
import { tablePlan } from '../table-plan';
import type { Environment, RequestContext, RowReference } from '../types';

const ACTIVE_STAGE_IS_NOT_ON_LEAD = 0x80100002;

/**
 * The running instance that has to move on.
 * @param instanceId the caller's choice; absent: the one that runs
 * @throws DataverseError 0x80040217 when the lead has no such instance, 0x80100002 when it stands at a stage of
 * another table (set the Qualify stage active first)
 */
export function instanceToMove(
    environment: Environment,
    leadId: string,
    instanceId: string | undefined,
): ProcessInstance | undefined {
    const instances = allInstancesOf(environment, 'lead', leadId);
    const instance = instances.find((each) => (instanceId === undefined ? each.isActive : each.id === instanceId));
    if (!instance) {
        if (instanceId !== undefined) {
            throw new DataverseError(
                ErrorCode.ObjectDoesNotExist,
                `businessprocessflowinstance With Id = ${instanceId} Does Not Exist for lead ${leadId}`,
            );
        }
        return undefined;
    }
    const stage = instance.process.stages.find(({ id }) => id === instance.activeStageId);
    if (instance.isActive && stage?.table !== 'lead') {
        throw new DataverseError(
            ACTIVE_STAGE_IS_NOT_ON_LEAD,
            "Active stage is not on 'Lead' entity. Set the process back to its first stage, then qualify the lead.",
        );
    }
    return instance.isActive ? instance : undefined;
}

/** Puts the instance at the first stage of the opportunity, starting one when the lead has none. */
export function moveToOpportunity(
    pipeline: Pipeline,
    lead: RowReference,
    opportunity: RowReference,
    known: ProcessInstance | undefined,
    context: RequestContext,
): void {
    const { environment } = pipeline;
    const instance = known ?? startInstance(pipeline, lead, context);
    if (!instance) {
        return;
    }
    const { stages, instanceTable } = instance.process;
    const position = stages.findIndex(({ id }) => id === instance.activeStageId);
    const next = stages.find(({ table }, index) => index > position && table === opportunity.table);
    const column = rowColumnOf(tablePlan(environment.metadata, instanceTable), opportunity.table);
    if (!next || column === undefined) {
        return;
    }
    pipeline.core.update(
        instanceTable,
        instance.id,
        {
            [column]: opportunity,
            activestageid: { table: 'processstage', id: next.id },
            traversedpath: [...instance.traversedPath, next.id].join(','),
        },
        context,
        { asSystem: true },
    );
}

function startInstance(
    pipeline: Pipeline,
    { table, id }: RowReference,
    context: RequestContext,
): ProcessInstance | undefined {
    const first = firstInstance(pipeline.environment, table, id);
    if (!first) {
        return undefined;
    }
    pipeline.core.create(first.table, first.values, context, { asSystem: true });
    return allInstancesOf(pipeline.environment, table, id).find(({ isActive }) => isActive);
}
