/** @jest-environment jsdom */
import { convert } from '../../../lifecycle/commands/qualify';
import { createHost } from '../../../controls/host/create-host';
import { mockContext } from '../mock-context';
import type { Inputs } from '../../../controls/FocusedView/manifest';

const LEAD = {
    leadid: '0aa00000-0000-4000-8000-000000000001',
    statecode: 0,
    statuscode: 2,
    companyname: 'Steel Works',
    lastname: 'Li',
};

interface Request {
    readonly etn?: string;
    readonly payload?: Record<string, unknown>;
    getMetadata(): { readonly operationName: string };
}

/** The page's Xrm, as far as the host uses it; keeps what it is asked. */
function setUpPage(answer: object = { ok: true, status: 200, json: () => Promise.resolve({ value: [] }) }) {
    const executed: Request[] = [];
    const changeSets: Request[][][] = [];
    const progress: (string | null)[] = [];
    const xrm = {
        Utility: {
            getGlobalContext: () => ({
                userSettings: {
                    roles: { forEach: (visit: (role: object) => void) => visit({ id: 'r', name: 'Salesperson' }) },
                },
            }),
            showProgressIndicator: (message: string) => progress.push(message),
            closeProgressIndicator: () => progress.push(null),
        },
        WebApi: {
            online: {
                execute: (request: Request) => {
                    executed.push(request);
                    return Promise.resolve(answer);
                },
                executeMultiple: (requests: Request[][]) => {
                    changeSets.push(requests);
                    return Promise.resolve(requests.flat().map(() => answer));
                },
            },
        },
    };
    Object.assign(globalThis, { Xrm: xrm });
    const written: unknown[] = [];
    const webAPI = {
        updateRecord: (table: string, id: string, data: object) =>
            Promise.resolve(written.push(['update', table, id, data])),
        retrieveMultipleRecords: () => Promise.resolve({ entities: [] }),
    };
    const context = mockContext<Inputs>({ control: 'FocusedView', parameters: {}, webAPI });
    return { host: createHost(() => context), executed, changeSets, progress, written };
}

afterEach(() => {
    Reflect.deleteProperty(globalThis, 'Xrm');
});

describe('the host that a card gives the lifecycle', () => {
    it('knows the user with the names of the roles, which the framework does not tell', () => {
        const { host } = setUpPage();
        expect(host.user).toEqual({
            id: '0ee00000-0000-4000-8000-000000000001',
            roles: ['Salesperson'],
            language: 1033,
        });
    });

    it('has Dataverse qualify by the very request of the command bar', async () => {
        const { host, executed, written } = setUpPage();
        const options = { note: '', suppressDuplicateDetection: false };
        await convert(host, LEAD, 3, {}, options);
        expect(executed.map((request) => request.getMetadata().operationName)).toEqual(['QualifyLead']);
        expect(executed[0]).toMatchObject({
            entity: { entityType: 'lead', id: LEAD.leadid },
            CreateAccount: true,
            Status: -1,
        });
        expect(written).toEqual([]);
    });

    it('sends what a qualification is to know with it in one change set', async () => {
        const { host, changeSets } = setUpPage();
        const options = { note: 'Met at the fair', suppressDuplicateDetection: false };
        await convert(host, LEAD, 3, { accountId: 'a1' }, options);
        expect(changeSets).toHaveLength(1);
        const [requests = []] = changeSets[0] ?? [];
        expect(requests.map((request) => request.getMetadata().operationName)).toEqual(['Update', 'QualifyLead']);
        expect(requests[0]?.payload).toEqual({
            'parentaccountid@odata.bind': '/accounts(a1)',
            llc_statusnote: 'Met at the fair',
        });
    });

    it('turns a refusal into an error with Dataverse’s message and code', async () => {
        const refusal = { code: -2147220891, message: 'The lead is already closed.' };
        const { host } = setUpPage({ ok: false, status: 400, json: () => Promise.resolve({ error: refusal }) });
        const request = {
            getMetadata: () => ({
                boundParameter: null,
                operationType: 0 as const,
                operationName: 'X',
                parameterTypes: {},
            }),
        };
        await expect(host.execute(request)).rejects.toMatchObject({
            message: 'The lead is already closed.',
            errorCode: -2147220891,
        });
    });

    it('names columns in the user’s language, and by themselves where the environment does not know them', async () => {
        const { host } = setUpPage();
        expect(await host.columnLabels('lead', ['budgetamount'])).toEqual({ budgetamount: 'Label of budgetamount' });
    });

    it('says which page it needs when there is none', async () => {
        const { host } = setUpPage();
        Reflect.deleteProperty(globalThis, 'Xrm');
        await expect(host.changeSet([])).rejects.toThrow('needs a model-driven app');
    });
});
