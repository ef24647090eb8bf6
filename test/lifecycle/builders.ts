import { Enforcement, Gate, LeadState, Test } from '../../lifecycle/choices';
import type { DialogName, Dialogs } from '../../lifecycle/commands/dialogs';
import type { Host, Operation } from '../../lifecycle/commands/host';
import type { Configuration } from '../../lifecycle/configuration/configuration';
import type { Criterion } from '../../lifecycle/configuration/criterion';
import type { DisqualificationReason } from '../../lifecycle/configuration/disqualification-reason';
import type { StatusReason } from '../../lifecycle/configuration/status-reason';
import type { Transition } from '../../lifecycle/configuration/transition';
import { defaultConfiguration } from '../../lifecycle/defaults';
import type { Row } from '../../lifecycle/row';

export const LEAD_ID = '0aa00000-0000-4000-8000-000000000001';
export const ACCOUNT_ID = '0bb00000-0000-4000-8000-000000000001';
export const CONTACT_ID = '0cc00000-0000-4000-8000-000000000001';
export const OPPORTUNITY_ID = '0dd00000-0000-4000-8000-000000000001';
export const USER_ID = '0ee00000-0000-4000-8000-000000000001';

export const statusReasons: readonly StatusReason[] = [
    { value: 1, label: 'New', state: LeadState.open },
    { value: 2, label: 'Contacted', state: LeadState.open },
    { value: 3, label: 'Qualified', state: LeadState.qualified },
    { value: 4, label: 'Lost', state: LeadState.disqualified },
    { value: 5, label: 'Cannot Contact', state: LeadState.disqualified },
    { value: 6, label: 'No Longer Interested', state: LeadState.disqualified },
    { value: 7, label: 'Canceled', state: LeadState.disqualified },
];

/** An open, new lead of which the criteria of the defaults are all known. */
export function aLead(columns: Row = {}): Row {
    return {
        leadid: LEAD_ID,
        fullname: 'Amelie Bauer',
        subject: 'Ten vans',
        lastname: 'Bauer',
        companyname: 'Northwind Motors',
        emailaddress1: 'amelie@northwind.example',
        statecode: 0,
        statuscode: 1,
        createdon: '2026-11-01T09:00:00Z',
        budgetamount: 250000,
        decisionmaker: true,
        need: 0,
        purchasetimeframe: 1,
        purchaseprocess: 0,
        ...columns,
    };
}

export function aTransition(from: number, to: number, rest: Partial<Transition> = {}): Transition {
    return { id: '', from, to, requiredColumns: [], noteRequired: false, requiredRole: '', message: '', ...rest };
}

export function aReason(rest: Partial<DisqualificationReason> = {}): DisqualificationReason {
    return { id: 'r1', name: 'No budget', status: 4, noteRequired: false, revisitAfterDays: null, order: 1, ...rest };
}

export function aCriterion(rest: Partial<Criterion> = {}): Criterion {
    return {
        id: '',
        name: 'Budget is known',
        column: 'budgetamount',
        test: Test.hasAValue,
        testValue: '',
        weight: 10,
        gate: Gate.qualify,
        enforcement: Enforcement.block,
        message: '',
        order: 1,
        ...rest,
    };
}

/** What a flow did, and what its surroundings answer. */
export interface FakeHost extends Host {
    readonly alerts: { readonly title: string; readonly text: string }[];
    readonly confirms: { readonly title: string; readonly text: string }[];
    readonly opened: { readonly dialog: DialogName; readonly input: Dialogs[DialogName]['input'] }[];
    readonly writes: Operation[];
    readonly navigated: string[];
    readonly progressed: (string | null)[];
    readonly reported: unknown[];
    readonly queries: string[];
}

export interface FakeAnswers {
    readonly leads?: readonly Row[];
    readonly configuration?: Partial<Configuration>;
    readonly dialog?: unknown;
    readonly confirm?: boolean;
    readonly roles?: readonly string[];
    /** Rows of other tables than lead. */
    readonly rows?: Readonly<Record<string, readonly Row[]>>;
    /** Called before anything is written; may throw. */
    readonly changeSet?: (operations: readonly Operation[]) => void;
    readonly retrieve?: (options: string) => void;
}

/** Surroundings made of plain values; texts are their keys with the values behind. */
export function aHost(answers: FakeAnswers = {}): FakeHost {
    const leads = answers.leads ?? [aLead()];
    const log = {
        alerts: [] as { title: string; text: string }[],
        confirms: [] as { title: string; text: string }[],
        opened: [] as { dialog: DialogName; input: Dialogs[DialogName]['input'] }[],
        writes: [] as Operation[],
        navigated: [] as string[],
        progressed: [] as (string | null)[],
        reported: [] as unknown[],
        queries: [] as string[],
    };
    const rowsOf = (table: string): readonly Row[] => (table === 'lead' ? leads : (answers.rows?.[table] ?? []));
    return {
        ...log,
        user: { id: USER_ID, roles: answers.roles ?? ['Salesperson'], language: 1033 },
        now: () => new Date('2026-11-21T09:00:00Z'),
        configuration: () => Promise.resolve({ ...defaultConfiguration(1033), ...answers.configuration }),
        statusReasons: () => Promise.resolve(statusReasons),
        columnLabels: (_, columns) => Promise.resolve(Object.fromEntries(columns.map((it) => [it, `<${it}>`]))),
        retrieve: async (table, id, options) => {
            log.queries.push(`${table}(${id})${options}`);
            answers.retrieve?.(options);
            const row = rowsOf(table).find((it) => it[`${table}id`] === id);
            if (!row) throw new Error(`${table} With Id = ${id} Does Not Exist`);
            return row;
        },
        retrieveMultiple: async (table, options) => {
            log.queries.push(`${table}${options}`);
            return rowsOf(table);
        },
        update: async (table, id, columns) => {
            const write = { kind: 'update', table, id, columns } as const;
            answers.changeSet?.([write]);
            log.writes.push(write);
        },
        changeSet: async (operations) => {
            answers.changeSet?.(operations);
            return operations.map((operation) => void log.writes.push(operation));
        },
        openDialog: async (dialog, input) => {
            log.opened.push({ dialog, input });
            return (answers.dialog ?? null) as never;
        },
        confirm: async (question) => {
            log.confirms.push(question);
            return answers.confirm ?? true;
        },
        alert: async (message) => void log.alerts.push(message),
        progress: (message) => void log.progressed.push(message),
        navigate: async (table, id) => void log.navigated.push(`${table}(${id})`),
        text: (key, ...values) => [key, ...values].join('|'),
        report: (error) => void log.reported.push(error),
    };
}
