import { DEFAULT_STATUS } from '../choices';
import { LeadColumn, Table } from '../columns';
import { isRow, textOf, type Row } from '../row';
import type { Conversion } from './conversion';

/** Microsoft Learn, "execute (Client API reference)": categories of a parameter's type. */
export const StructuralProperty = { primitive: 1, entity: 5 } as const;

export interface ParameterType {
    readonly typeName: string;
    readonly structuralProperty: (typeof StructuralProperty)[keyof typeof StructuralProperty];
}

export interface RequestMetadata {
    readonly boundParameter: string | null | undefined;
    readonly operationType: 0 | 1 | 2;
    readonly operationName: string;
    readonly parameterTypes: Readonly<Record<string, ParameterType>>;
}

/** A request as `Xrm.WebApi.online.execute` takes it. */
export interface ExecutableRequest {
    getMetadata(): RequestMetadata;
}

/** A reference in the body of an action. */
export type EntityParameter = Readonly<Record<string, string>> & { readonly '@odata.type': string };

/** The action QualifyLead, bound to a lead (Microsoft Learn, "QualifyLead Action"). */
export interface QualifyLeadRequest extends ExecutableRequest {
    readonly entity: { readonly entityType: typeof Table.lead; readonly id: string };
    readonly CreateAccount: boolean;
    readonly CreateContact: boolean;
    readonly CreateOpportunity: boolean;
    readonly OpportunityCurrencyId?: EntityParameter;
    readonly OpportunityCustomerId?: EntityParameter;
    readonly SourceCampaignId?: EntityParameter;
    /** −1 for the default status reason of Qualified. */
    readonly Status: number;
    readonly ProcessInstanceId?: EntityParameter;
    readonly SuppressDuplicateDetection: boolean;
}

export interface QualifyLeadOptions {
    readonly status?: number;
    /** The lead's process instance; only the form knows it. */
    readonly processInstanceId?: string;
    readonly suppressDuplicateDetection?: boolean;
}

const PARAMETER_TYPES = {
    entity: { typeName: 'mscrm.lead', structuralProperty: StructuralProperty.entity },
    CreateAccount: { typeName: 'Edm.Boolean', structuralProperty: StructuralProperty.primitive },
    CreateContact: { typeName: 'Edm.Boolean', structuralProperty: StructuralProperty.primitive },
    CreateOpportunity: { typeName: 'Edm.Boolean', structuralProperty: StructuralProperty.primitive },
    OpportunityCurrencyId: {
        typeName: 'mscrm.transactioncurrency',
        structuralProperty: StructuralProperty.entity,
    },
    OpportunityCustomerId: { typeName: 'mscrm.crmbaseentity', structuralProperty: StructuralProperty.entity },
    SourceCampaignId: { typeName: 'mscrm.campaign', structuralProperty: StructuralProperty.entity },
    Status: { typeName: 'Edm.Int32', structuralProperty: StructuralProperty.primitive },
    ProcessInstanceId: { typeName: 'mscrm.crmbaseentity', structuralProperty: StructuralProperty.entity },
    SuppressDuplicateDetection: { typeName: 'Edm.Boolean', structuralProperty: StructuralProperty.primitive },
} as const satisfies Record<string, ParameterType>;

/**
 * The request that carries out a conversion. What is not known is left out, body and metadata alike, so that the
 * platform chooses: it takes the currency from the organization and the customer from what it creates.
 * @param lead the row, for its currency and source campaign
 */
export function qualifyLeadRequest(
    leadId: string,
    lead: Row,
    conversion: Conversion,
    options: QualifyLeadOptions = {},
): QualifyLeadRequest {
    const currency = textOf(lead, LeadColumn.currency);
    const campaign = textOf(lead, LeadColumn.campaign);
    const { customer } = conversion;
    const parameters = {
        entity: { entityType: Table.lead as const, id: leadId },
        CreateAccount: conversion.createAccount,
        CreateContact: conversion.createContact,
        CreateOpportunity: true,
        ...(currency && { OpportunityCurrencyId: reference('transactioncurrency', currency) }),
        ...((customer.kind === 'account' || customer.kind === 'contact') && {
            OpportunityCustomerId: reference(customer.kind, customer.id),
        }),
        ...(campaign && { SourceCampaignId: reference('campaign', campaign) }),
        Status: options.status ?? DEFAULT_STATUS,
        ...(options.processInstanceId && {
            ProcessInstanceId: reference('businessprocessflowinstance', options.processInstanceId),
        }),
        SuppressDuplicateDetection: options.suppressDuplicateDetection ?? false,
    };
    const parameterTypes = Object.fromEntries(
        Object.entries(PARAMETER_TYPES).filter(([name]) => Object.hasOwn(parameters, name)),
    );
    return {
        ...parameters,
        getMetadata: () => ({
            boundParameter: 'entity',
            operationType: 0,
            operationName: 'QualifyLead',
            parameterTypes,
        }),
    };
}

function reference(table: string, id: string): EntityParameter {
    return { '@odata.type': `Microsoft.Dynamics.CRM.${table}`, [`${table}id`]: id };
}

/** Ids of what QualifyLead created, from the collection that it answers. */
export interface Qualified {
    readonly accountId: string | null;
    readonly contactId: string | null;
    readonly opportunityId: string | null;
}

/** @param body the answer, `{ value: [{ opportunityid: … }, …] }` */
export function readQualified(body: unknown): Qualified {
    const rows = isRow(body) && Array.isArray(body['value']) ? body['value'].filter(isRow) : [];
    const idOf = (table: string): string | null => {
        // An opportunity carries its account's id as well, so the type decides where the platform sends it.
        const typed = rows.find((row) => String(row['@odata.type'] ?? '').endsWith(`.${table}`));
        const id = (typed ?? rows.find((row) => Object.keys(row).includes(`${table}id`)))?.[`${table}id`];
        return typeof id === 'string' ? id : null;
    };
    return { accountId: idOf('account'), contactId: idOf('contact'), opportunityId: idOf('opportunity') };
}
