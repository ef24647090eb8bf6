/** What WinOpportunity and LoseOpportunity have in common: a closing activity, the result, the end of the process. */
import { DataverseError, ErrorCode } from '../errors';
import { checkPrivilege, checkRowAccess } from '../security/check';
import { finishInstances } from './business-process-instances';
import { isRowParameter, readInteger, referenceOf } from './message-parameters';
import type { Pipeline } from './pipeline';
import { readRow } from './row-storage';
import { DEFAULT_STATUS, acceptedStatus } from './rules/state';
import { tablePlan } from './table-plan';
import type { MessageDefinition, MessageParameters, RequestContext, Row } from './types';

const OPPORTUNITY_IS_ALREADY_CLOSED = 0x80040515;
const OPEN = 0;
/** statecode and statuscode of an activity that is done; closing activities are born that way. */
const COMPLETED = { statecode: 1, statuscode: 2 };

/** @param state statecode the opportunity gets: 1 Won, 2 Lost */
export function closingMessage(pipeline: Pipeline, name: string, state: number): MessageDefinition {
    return {
        name,
        kind: 'action',
        parameters: [
            { name: 'OpportunityClose', type: 'mscrm.opportunityclose', optional: false },
            { name: 'Status', type: 'Edm.Int32', optional: false },
        ],
        run: (_organization, parameters, context) => close(pipeline, state, parameters, context),
    };
}

function close(
    pipeline: Pipeline,
    state: number,
    parameters: MessageParameters,
    context: RequestContext,
): MessageParameters {
    const { environment, core } = pipeline;
    const { metadata, store } = environment;
    const given = closeRow(parameters);
    const opportunity = referenceOf('OpportunityClose.opportunityid', given.opportunityid, metadata);
    if (!opportunity) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            "Parameter 'OpportunityClose' names no opportunity; give 'opportunityid'.",
        );
    }
    const plan = tablePlan(metadata, 'opportunity');
    checkPrivilege(environment, plan.table, 'Write', context);
    checkPrivilege(environment, metadata.table('opportunityclose'), 'Create', context);
    const row = readRow(store, plan, opportunity.id);
    if (!row) {
        throw new DataverseError(
            ErrorCode.ObjectDoesNotExist,
            `opportunity With Id = ${opportunity.id} Does Not Exist`,
        );
    }
    checkRowAccess(environment, plan.table, opportunity.id, 'Write', context);
    if (row.statecode !== OPEN) {
        throw new DataverseError(
            OPPORTUNITY_IS_ALREADY_CLOSED,
            `The opportunity is already closed. (opportunity ${opportunity.id}, state ${String(row.statecode)})`,
        );
    }
    const status = acceptedStatus(plan, state, readInteger(parameters, 'Status', DEFAULT_STATUS));
    const closedOn = typeof given.actualend === 'string' ? given.actualend : context.now;
    const reference = { table: 'opportunity', id: opportunity.id };
    core.create(
        'opportunityclose',
        {
            subject: row.name ?? null,
            transactioncurrencyid: row.transactioncurrencyid ?? null,
            ...given,
            ...COMPLETED,
            opportunityid: reference,
            regardingobjectid: reference,
            opportunitystatecode: state,
            opportunitystatuscode: status,
            actualend: closedOn,
        },
        context,
        { asSystem: true },
    );
    const result: Row = {
        statecode: state,
        statuscode: status,
        actualclosedate: closedOn,
        ...(typeof given.actualrevenue === 'number' ? { actualvalue: given.actualrevenue } : {}),
    };
    core.update('opportunity', opportunity.id, result, context, { asSystem: true, byClosingMessage: true });
    finishInstances(pipeline, 'opportunity', opportunity.id, context);
    return {};
}

function closeRow(parameters: MessageParameters): Row {
    const value = parameters.OpportunityClose;
    if (!isRowParameter(value)) {
        throw new DataverseError(
            ErrorCode.InvalidArgument,
            "Parameter 'OpportunityClose' takes a row of opportunityclose with its 'opportunityid'.",
        );
    }
    return value.row;
}
