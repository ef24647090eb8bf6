/** @jest-environment jsdom */
import { createHost } from '../../../controls/host/create-host';
import { mockContext } from '../mock-context';
import type { Inputs } from '../../../controls/FocusedView/manifest';

const LEAD_ID = '0aa00000-0000-4000-8000-000000000001';

interface Request {
    readonly etn?: string;
    readonly payload?: Record<string, unknown>;
    getMetadata(): { readonly operationName: string };
}

/** The page's Xrm, as far as the host uses it; keeps what it is asked. */
function setUpPage(answer: object = { ok: true, status: 200, json: () => Promise.resolve({ value: [] }) }) {
    const changeSets: Request[][][] = [];
    const xrm = {
        Utility: {
            getGlobalContext: () => ({
                userSettings: {
                    roles: { forEach: (visit: (role: object) => void) => visit({ id: 'r', name: 'Salesperson' }) },
                },
            }),
            showProgressIndicator: () => undefined,
            closeProgressIndicator: () => undefined,
        },
        WebApi: {
            online: {
                executeMultiple: (requests: Request[][]) => {
                    changeSets.push(requests);
                    return Promise.resolve(requests.flat().map(() => answer));
                },
            },
        },
    };
    Object.assign(globalThis, { Xrm: xrm });
    const context = mockContext<Inputs>({ control: 'FocusedView', parameters: {} });
    return { host: createHost(() => context), changeSets };
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

    it('sends rows in one change set', async () => {
        const { host, changeSets } = setUpPage();
        await host.changeSet([
            { kind: 'create', table: 'llc_criterion', columns: { llc_name: 'Budget' } },
            { kind: 'update', table: 'lead', id: LEAD_ID, columns: { subject: 'Vans' } },
        ]);
        expect(changeSets).toHaveLength(1);
        const [requests = []] = changeSets[0] ?? [];
        expect(requests.map((request) => request.getMetadata().operationName)).toEqual(['Create', 'Update']);
        expect(requests[1]).toMatchObject({ etn: 'lead', id: LEAD_ID, payload: { subject: 'Vans' } });
    });

    it('turns a refusal into an error with Dataverse’s message and code', async () => {
        const refusal = { code: -2147220891, message: 'The lead is already closed.' };
        const { host } = setUpPage({ ok: false, status: 400, json: () => Promise.resolve({ error: refusal }) });
        const update = { kind: 'update', table: 'lead', id: LEAD_ID, columns: {} } as const;
        await expect(host.changeSet([update])).rejects.toMatchObject({
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
