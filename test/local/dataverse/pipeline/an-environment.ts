/** A real environment in memory, its people, and rows of the kind sellers have. */
import type { DataverseError } from '../../../../local/dataverse/errors';
import { createLocalDataverse, type LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import type { Column, Table } from '../../../../local/dataverse/metadata/types';
import type { LayerTable } from '../../../../local/dataverse/metadata/layer';
import type { RequestContext, Row, RowReference } from '../../../../local/dataverse/pipeline/types';

export const USERS = {
    admin: '11111111-1111-4111-8111-111111111101',
    seller: '11111111-1111-4111-8111-111111111102',
    otherSeller: '11111111-1111-4111-8111-111111111103',
    manager: '11111111-1111-4111-8111-111111111104',
    maker: '11111111-1111-4111-8111-111111111105',
} as const;

export const STAGES = {
    qualify: 'f99b4d48-7aad-456e-864a-8e7d543f7495',
    develop: 'bfc9108c-8389-406b-9166-2c3298a2e41f',
    propose: '3a275c22-fc45-4e89-97fc-41e5ec578743',
    close: '7d6d4d9c-5a4b-4d3e-9f0a-2f1c6e8b3a57',
} as const;

export const NOW = '2026-03-02T09:30:00Z';

/** A request as somebody. */
export function as(userId: string, more: Partial<RequestContext> = {}): RequestContext {
    return { userId, language: 1033, now: NOW, depth: 1, suppressDuplicateDetection: true, ...more };
}

export const admin = as(USERS.admin);
export const seller = as(USERS.seller);
export const otherSeller = as(USERS.otherSeller);
export const manager = as(USERS.manager);

export function anEnvironment(): LocalDataverse {
    return createLocalDataverse();
}

export const user = (id: string): RowReference => ({ table: 'systemuser', id });
export const lead = (id: string): RowReference => ({ table: 'lead', id });
export const account = (id: string): RowReference => ({ table: 'account', id });
export const contact = (id: string): RowReference => ({ table: 'contact', id });
export const opportunity = (id: string): RowReference => ({ table: 'opportunity', id });

/** A buyer of a car manufacturer, from a business card. */
export const aLead = (more: Row = {}): Row => ({
    subject: 'Body shop robots',
    firstname: 'Karin',
    lastname: 'Lindqvist',
    companyname: 'Göteborg Motor AB',
    jobtitle: 'Head of Purchasing',
    emailaddress1: 'karin.lindqvist@goteborgmotor.example',
    telephone1: '+46 31 555 01 20',
    ...more,
});

/** The error that `work` is refused with. */
export function refusal(work: () => unknown): DataverseError {
    try {
        work();
    } catch (error) {
        if (error instanceof Error && error.name === 'DataverseError') {
            return error as DataverseError;
        }
        throw error;
    }
    throw new Error('Nothing was refused.');
}

/** Code of the error that `work` is refused with, as the platform prints it. */
export const refusalCode = (work: () => unknown): string => refusal(work).hexCode;

/** How many rows a table has. */
export function count({ environment }: LocalDataverse, table: string, where = '1 = 1'): number {
    return (
        environment.store.prepare<{ rows: number }>(`SELECT count(*) AS rows FROM "${table}" WHERE ${where}`).get()
            ?.rows ?? 0
    );
}

/** A column of a table that a test brings. */
export const aColumn = (logicalName: string, more: Partial<Column> = {}): Column => ({
    logicalName,
    schemaName: logicalName,
    type: 'String',
    maxLength: 100,
    displayName: { 1033: logicalName },
    requiredLevel: 'None',
    validForCreate: true,
    validForRead: true,
    validForUpdate: true,
    visibleToWebApi: true,
    isLogical: false,
    isCustom: true,
    ...more,
});

/** A table that a test brings; organization-owned unless it says otherwise. */
export function aTable(logicalName: string, columns: readonly Column[] = [], more: Partial<Table> = {}): LayerTable {
    return {
        logicalName,
        properties: {
            schemaName: logicalName,
            entitySetName: `${logicalName}s`,
            objectTypeCode: 10_100 + logicalName.length,
            displayName: { 1033: logicalName },
            displayCollectionName: { 1033: logicalName },
            primaryIdColumn: `${logicalName}id`,
            primaryNameColumn: 'new_name',
            ownership: 'OrganizationOwned',
            isActivity: false,
            isIntersect: false,
            isCustom: true,
            isBusinessProcess: false,
            hasNotes: false,
            hasActivities: false,
            ...more,
        },
        columns: [
            aColumn(`${logicalName}id`, { type: 'Uniqueidentifier', validForUpdate: false }),
            aColumn('new_name'),
            aColumn('createdon', {
                type: 'DateTime',
                dateTimeBehavior: 'UserLocal',
                validForCreate: false,
                validForUpdate: false,
            }),
            ...columns,
        ],
        ...(more.keys ? { keys: more.keys } : {}),
    };
}
