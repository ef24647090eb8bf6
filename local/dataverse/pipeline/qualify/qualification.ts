/** What QualifyLead is asked to do, with everything checked that can be checked before anything is written. */
import { DataverseError, ErrorCode } from '../../errors';
import { checkPrivilege, checkRowAccess } from '../../security/check';
import { readFlag, readInteger, readReference, readSubject } from '../message-parameters';
import { defaultCurrency } from '../rules/currency';
import { DEFAULT_STATUS, acceptedStatus } from '../rules/state';
import { isReference, readRow } from '../row-storage';
import { tablePlan } from '../table-plan';
import type { Environment, MessageParameters, RequestContext, Row, RowReference } from '../types';
import { instanceToMove } from './process-move';
import type { ProcessInstance } from '../business-process-instances';

const LEAD_ALREADY_CLOSED = 0x80040519;
const INVALID_CUSTOMER = 0x8004022d;

const OPEN = 0;
export const QUALIFIED = 1;

export interface Qualification {
    readonly leadId: string;
    readonly lead: Row;
    readonly createAccount: boolean;
    readonly createContact: boolean;
    readonly createOpportunity: boolean;
    /** Account and contact the lead has already; they are linked, never made twice. */
    readonly account: RowReference | undefined;
    readonly contact: RowReference | undefined;
    /** Whom the opportunity is for, when the caller says so. */
    readonly customer: RowReference | undefined;
    readonly currency: RowReference | undefined;
    readonly campaign: RowReference | undefined;
    readonly statusCode: number;
    /** Moves on to the opportunity; undefined when no process runs for the lead. */
    readonly instance: ProcessInstance | undefined;
    /** Of the rows that will be created. */
    readonly context: RequestContext;
}

/**
 * @throws DataverseError 0x80040519 when the lead is closed already, 0x80040220 when the user lacks a privilege,
 * 0x80048408 when the status reason is none of a qualified lead, 0x80100002 when the process stands elsewhere
 */
export function readQualification(
    environment: Environment,
    parameters: MessageParameters,
    context: RequestContext,
): Qualification {
    const { metadata, store } = environment;
    const plan = tablePlan(metadata, 'lead');
    const { id: leadId } = readSubject(parameters, 'entity', metadata);
    const lead = readRow(store, plan, leadId);
    checkPrivilege(environment, plan.table, 'Write', context);
    if (!lead) {
        throw new DataverseError(ErrorCode.ObjectDoesNotExist, `lead With Id = ${leadId} Does Not Exist`);
    }
    checkRowAccess(environment, plan.table, leadId, 'Read', context);
    checkRowAccess(environment, plan.table, leadId, 'Write', context);
    if (lead.statecode !== OPEN) {
        throw new DataverseError(
            LEAD_ALREADY_CLOSED,
            `The lead is already closed. (lead ${leadId}, state ${String(lead.statecode)}); reactivate it to qualify it again.`,
        );
    }
    const statusCode = acceptedStatus(plan, QUALIFIED, readInteger(parameters, 'Status', DEFAULT_STATUS));
    const account = rowOf(lead, 'parentaccountid');
    const contact = rowOf(lead, 'parentcontactid');
    const createAccount = readFlag(parameters, 'CreateAccount', false) && !account && hasText(lead, 'companyname');
    const createContact =
        readFlag(parameters, 'CreateContact', false) &&
        !contact &&
        (hasText(lead, 'lastname') || hasText(lead, 'firstname'));
    const createOpportunity = readFlag(parameters, 'CreateOpportunity', false);
    for (const [table, isCreated] of [
        ['account', createAccount],
        ['contact', createContact],
        ['opportunity', createOpportunity],
    ] as const) {
        if (isCreated) {
            checkPrivilege(environment, metadata.table(table), 'Create', context);
        }
    }
    const customer = readReference(parameters, 'OpportunityCustomerId', metadata);
    if (customer && customer.table !== 'account' && customer.table !== 'contact') {
        throw new DataverseError(
            INVALID_CUSTOMER,
            `The customer is invalid: OpportunityCustomerId names a row of '${customer.table}'; give an account or a contact.`,
        );
    }
    const processInstance = readReference(parameters, 'ProcessInstanceId', metadata);
    return {
        leadId,
        lead,
        createAccount,
        createContact,
        createOpportunity,
        account,
        contact,
        customer,
        currency:
            readReference(parameters, 'OpportunityCurrencyId', metadata) ??
            rowOf(lead, 'transactioncurrencyid') ??
            defaultCurrency(environment, context.userId),
        campaign: readReference(parameters, 'SourceCampaignId', metadata) ?? rowOf(lead, 'campaignid'),
        statusCode,
        instance: createOpportunity ? instanceToMove(environment, leadId, processInstance?.id) : undefined,
        context: {
            ...context,
            suppressDuplicateDetection: readFlag(
                parameters,
                'SuppressDuplicateDetection',
                context.suppressDuplicateDetection,
            ),
        },
    };
}

function rowOf(row: Row, column: string): RowReference | undefined {
    const value = row[column];
    return isReference(value) ? value : undefined;
}

function hasText(row: Row, column: string): boolean {
    const value = row[column];
    return typeof value === 'string' && value.trim() !== '';
}
