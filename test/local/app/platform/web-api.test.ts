import { createWebApi, type Fetch, type RawWebApi } from '../../../../local/app/platform/web-api';

const ID = '11111111-1111-4111-8111-111111111101';

interface Call {
    readonly address: string;
    readonly init: RequestInit;
}

function webApi(...responses: readonly Response[]): { api: RawWebApi; calls: Call[] } {
    const calls: Call[] = [];
    const waiting = [...responses];
    const fetch: Fetch = (address, init = {}) => {
        calls.push({ address, init });
        return Promise.resolve(waiting.shift() ?? new Response(null, { status: 204 }));
    };
    return { api: createWebApi(fetch, (table) => Promise.resolve(`${table}s`)), calls };
}

const json = (body: unknown, status = 200): Response =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

describe('The Web API', () => {
    it('asks for all annotations', async () => {
        const { api, calls } = webApi(json({ value: [] }));
        await api.retrieveMultiple('lead', '?$select=subject', 3);
        expect(calls[0]?.address).toBe('/api/data/v9.2/leads?$select=subject');
        expect(calls[0]?.init.headers).toMatchObject({ Prefer: 'odata.include-annotations="*",odata.maxpagesize=3' });
    });

    it('answers a created row with its id', async () => {
        const created = new Response(null, {
            status: 204,
            headers: { 'OData-EntityId': `http://x/api/data/v9.2/leads(${ID.toUpperCase()})` },
        });
        await expect(webApi(created).api.create('lead', { subject: 'A' })).resolves.toBe(ID);
    });

    it('updates rows that exist, and makes none', async () => {
        const { api, calls } = webApi();
        await api.update('lead', `{${ID}}`, { subject: 'A' });
        expect(calls[0]).toMatchObject({
            address: `/api/data/v9.2/leads(${ID})`,
            init: { method: 'PATCH', body: '{"subject":"A"}', headers: { 'If-Match': '*' } },
        });
    });

    it('rejects with the code and the message of the platform', async () => {
        const refused = json({ error: { code: '0x80040265', message: 'Not now.' } }, 400);
        await expect(webApi(refused).api.retrieve('lead', ID)).rejects.toMatchObject({
            errorCode: 0x80040265,
            message: 'Not now.',
            httpStatus: 400,
        });
    });

    it('reads count, more rows and paging cookie of a page', async () => {
        const cookie = encodeURIComponent(encodeURIComponent('<cookie page="1"/>'));
        const page = json({
            value: [{ leadid: ID }],
            '@Microsoft.Dynamics.CRM.totalrecordcount': 7,
            '@Microsoft.Dynamics.CRM.morerecords': true,
            '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie': `<cookie pagenumber="2" pagingcookie="${cookie}" istracking="False" />`,
        });
        await expect(webApi(page).api.fetch('lead', '<fetch/>')).resolves.toEqual({
            rows: [{ leadid: ID }],
            totalCount: 7,
            moreRecords: true,
            pagingCookie: '<cookie page="1"/>',
        });
    });

    it('sends FetchXML that is too long for an address in a batch', async () => {
        const text = [
            '--b',
            'Content-Type: application/http',
            '',
            'HTTP/1.1 200 OK',
            '',
            '{"value":[{"leadid":"1"}]}',
            '--b--',
            '',
        ].join('\r\n');
        const answer = new Response(text, { headers: { 'Content-Type': 'multipart/mixed; boundary=b' } });
        const { api, calls } = webApi(answer);
        const page = await api.fetch('lead', `<fetch>${'x'.repeat(7000)}</fetch>`);
        expect(calls[0]?.address).toBe('/api/data/v9.2/$batch');
        expect(page.rows).toEqual([{ leadid: '1' }]);
    });
});
