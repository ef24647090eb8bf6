import { XrmMockGenerator } from 'xrm-mock';
import { readTexts } from './texts';

type Row = Record<string, unknown>;

export interface FakeXrm {
    readonly alerts: { text: string; title?: string }[];
    readonly confirms: { text: string; title?: string }[];
    readonly navigated: unknown[];
    readonly opened: { page: Xrm.Navigation.PageInputHtmlWebResource; options: Xrm.Navigation.NavigationOptions }[];
    readonly written: { table: string; id?: string; columns: Row }[];
    readonly changeSets: { etn: string; id?: string; payload: Row; operation: string }[][];
    readonly executed: Row[];
    readonly progress: (string | null)[];
    readonly queries: string[];
    /** What the next questions are answered with. */
    answer: boolean;
}

export interface FakeXrmOptions {
    /** Rows by table; a single one is found by its id. */
    readonly rows?: Readonly<Record<string, readonly Row[]>>;
    readonly roles?: readonly string[];
    readonly language?: 1033 | 1036;
    /** Whether `getResourceString` knows the texts, as it does where they are loaded with the script. */
    readonly textsLoaded?: boolean;
    readonly execute?: (request: Row) => Row;
    /** Tables that the user may not read. */
    readonly unreadable?: readonly string[];
    /** Called when a dialog web resource opens; settles when it closes. */
    readonly onDialog?: (id: string) => Promise<void>;
}

const LABELS: Readonly<Record<string, string>> = {
    budgetamount: 'Budget Amount',
    decisionmaker: 'Decision Maker?',
    need: 'Need',
    purchasetimeframe: 'Purchase Timeframe',
    customerneed: 'Customer Need',
    proposedsolution: 'Proposed Solution',
};

const STATUS_OPTIONS = [
    { Label: 'New', Value: 1, State: 0 },
    { Label: 'Contacted', Value: 2, State: 0 },
    { Label: 'Qualified', Value: 3, State: 1 },
    { Label: 'Lost', Value: 4, State: 2 },
    { Label: 'Cannot Contact', Value: 5, State: 2 },
    { Label: 'No Longer Interested', Value: 6, State: 2 },
    { Label: 'Canceled', Value: 7, State: 2 },
];

/** A fresh global `Xrm` of xrm-mock, completed, with a log of what was asked of it. */
export function fakeXrm(options: FakeXrmOptions = {}): FakeXrm {
    const { rows = {}, roles = ['Salesperson'], language = 1033, textsLoaded = true } = options;
    Object.assign(globalThis, { [Symbol.for('LeadLifecycle.session')]: undefined });
    XrmMockGenerator.initialise();
    const log: FakeXrm = {
        alerts: [],
        confirms: [],
        navigated: [],
        opened: [],
        written: [],
        changeSets: [],
        executed: [],
        progress: [],
        queries: [],
        answer: true,
    };
    const texts = readTexts(language);
    const rowsOf = (table: string): readonly Row[] => {
        if (options.unreadable?.includes(table)) throw new Error(`Principal user is missing prvRead${table}`);
        return rows[table] ?? [];
    };

    const context = Xrm.Utility.getGlobalContext();
    Object.assign(context.userSettings, {
        userId: '{0EE00000-0000-4000-8000-000000000001}',
        languageId: language,
        roles: { forEach: (each: (role: { name: string }) => void) => roles.forEach((name) => each({ name })) },
    });
    Object.assign(context, { getClientUrl: () => 'http://local' });

    Object.assign(Xrm.Utility, {
        getGlobalContext: () => context,
        getResourceString: (_: string, key: string) => (textsLoaded ? (texts.get(key) ?? null) : null),
        showProgressIndicator: (message: string) => log.progress.push(message),
        closeProgressIndicator: () => log.progress.push(null),
        getEntityMetadata: async (_: string, columns: readonly string[]) => ({
            Attributes: {
                get: (column: string) =>
                    columns.includes(column) && {
                        DisplayName: LABELS[column] ?? '',
                        ...(column === 'statuscode' && { attributeDescriptor: { OptionSet: STATUS_OPTIONS } }),
                    },
            },
        }),
    });

    const webApi = {
        retrieveRecord: async (table: string, id: string, query = '') => {
            log.queries.push(`${table}(${id})${query}`);
            // Without rows of the table, the row of the form stands there with all columns empty.
            const row = rows[table] ? rowsOf(table).find((it) => it[`${table}id`] === id) : { [`${table}id`]: id };
            if (!row) throw new Error(`${table} With Id = ${id} Does Not Exist`);
            return row;
        },
        retrieveMultipleRecords: async (table: string, query = '') => {
            log.queries.push(`${table}${query}`);
            return { entities: rowsOf(table) };
        },
        updateRecord: async (table: string, id: string, columns: Row) => log.written.push({ table, id, columns }),
        createRecord: async (table: string, columns: Row) => log.written.push({ table, columns }),
    };
    Object.assign(Xrm.WebApi, webApi);
    Object.assign(Xrm.WebApi.online, {
        execute: async (request: Row) => {
            log.executed.push(request);
            const body = options.execute?.(request) ?? { value: [] };
            return { ok: !('error' in body), status: 200, json: async () => body };
        },
        executeMultiple: async (groups: { etn: string; id?: string; payload: Row; getMetadata: () => Row }[][]) => {
            log.changeSets.push(
                ...groups.map((group) =>
                    group.map(({ etn, id, payload, getMetadata }) => ({
                        etn,
                        ...(id && { id }),
                        payload,
                        operation: String(getMetadata()['operationName']),
                    })),
                ),
            );
            return groups.flat().map(() => ({ ok: true, status: 204 }));
        },
    });

    Object.assign(Xrm.Navigation, {
        openAlertDialog: async (message: { text: string }) => void log.alerts.push(message),
        openConfirmDialog: async (question: { text: string }) => {
            log.confirms.push(question);
            return { confirmed: log.answer };
        },
        openForm: async (form: unknown) => void log.navigated.push(form),
        navigateTo: async (page: Xrm.Navigation.PageInputHtmlWebResource, frame: Xrm.Navigation.NavigationOptions) => {
            log.opened.push({ page, options: frame });
            await options.onDialog?.(page.data ?? '');
        },
    });
    return log;
}

/** Lets everything that is under way settle. */
export async function settle(): Promise<void> {
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits, turn by turn, until something is so; whoever waits in vain learns what for. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
    for (let turn = 0; turn < 100_000; turn += 1) {
        if (isSo()) return settle();
        await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Error(`Waited in vain until ${what}.`);
}
