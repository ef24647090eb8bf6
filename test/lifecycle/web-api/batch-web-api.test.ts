import { createBatchWebApi, sendBy, type BatchResponse } from '../../../lifecycle/web-api/batch-web-api';
import { ConnectionLost, Refused, type ChangeSet } from '../../../lifecycle/web-api/web-api';
import type { BatchBody } from '../../../lifecycle/web-api/write-batch';
import { parseBatch } from '../../../local/dataverse/webapi/batch/parse-batch';

const WRITES: ChangeSet = [
    { kind: 'delete', entitySet: 'llc_statustransitions', id: '1', ifMatch: 'W/"7"' },
    { kind: 'update', entitySet: 'llc_statustransitions', id: '2', columns: { llc_message: 'Füll « ça » aus' } },
    { kind: 'create', entitySet: 'llc_statustransitions', columns: { llc_name: 'New → Lost' }, detectDuplicates: true },
    { kind: 'associate', entitySet: 'leads', id: '3', collection: 'c', target: { entitySet: 'accounts', id: '4' } },
    { kind: 'action', address: 'leads(3)/Microsoft.Dynamics.CRM.QualifyLead', parameters: { Status: -1 } },
];

const part = (status: number, body?: object): string =>
    [`HTTP/1.1 ${status} X`, 'Content-Type: application/json', '', body ? JSON.stringify(body) : '', ''].join('\r\n');
const answer = (...parts: readonly string[]): BatchResponse => ({
    status: 200,
    contentType: 'multipart/mixed; boundary=b',
    text: [...parts.flatMap((each) => ['--b', 'Content-Type: application/http', '', each]), '--b--', ''].join('\r\n'),
});

function over(response: BatchResponse | Error): {
    readonly webApi: ReturnType<typeof createBatchWebApi>;
    readonly sent: BatchBody[];
} {
    const sent: BatchBody[] = [];
    let id = 0;
    const webApi = createBatchWebApi(
        async (batch) => {
            sent.push(batch);
            if (response instanceof Error) throw response;
            return response;
        },
        () => String((id += 1)),
    );
    return { webApi, sent };
}

describe('the Web API by batches', () => {
    it('is read by a server as the writes that it holds, each with its version', async () => {
        const { webApi, sent } = over(answer(part(204)));
        await webApi.write([WRITES]);
        const [batch] = sent;
        const [changeSet, ...others] = parseBatch(batch?.body ?? '', batch?.boundary ?? '');
        expect(others).toEqual([]);
        const parts = changeSet?.kind === 'changeset' ? changeSet.parts : [];
        expect(parts.map(({ method, headers }) => [method, headers['if-match']])).toEqual([
            ['DELETE', 'W/"7"'],
            ['PATCH', '*'],
            ['POST', undefined],
            ['POST', undefined],
            ['POST', undefined],
        ]);
    });

    it('answers every read on its own', async () => {
        const { webApi } = over(
            answer(part(200, { name: 'A' }), part(404, { error: { code: '0x80040217', message: 'Gone.' } })),
        );
        expect(await webApi.read(['accounts(1)', 'accounts(2)'])).toEqual([
            { ok: true, body: { name: 'A' } },
            { ok: false, problem: { status: 404, code: 0x80040217, message: 'Gone.' } },
        ]);
    });

    it('tells the refusal of a change set', async () => {
        const { webApi } = over(answer(part(412, { error: { code: '0x80060882', message: 'Changed.' } })));
        expect(await webApi.write([WRITES])).toEqual([
            { ok: false, problem: { status: 412, code: 0x80060882, message: 'Changed.' } },
        ]);
    });

    it('is sent to the environment in which the page lies, so that each part is answered', async () => {
        const requests: [string, RequestInit | undefined][] = [];
        const fetch = async (address: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
            requests.push([String(address), init]);
            const { text, contentType } = answer(part(200, { name: 'A' }));
            return new Response(text, { headers: { 'Content-Type': contentType } });
        };
        const webApi = createBatchWebApi(
            sendBy(fetch, () => 'https://org'),
            () => '1',
        );
        expect(await webApi.read(['accounts(1)'])).toEqual([{ ok: true, body: { name: 'A' } }]);
        expect(requests).toMatchObject([
            [
                'https://org/api/data/v9.2/$batch',
                {
                    method: 'POST',
                    credentials: 'same-origin',
                    headers: {
                        'Content-Type': 'multipart/mixed; boundary=batch_1',
                        Prefer: 'odata.continue-on-error',
                    },
                },
            ],
        ]);
    });

    it('asks nobody for nothing', async () => {
        const { webApi, sent } = over(answer());
        expect([await webApi.read([]), await webApi.write([]), sent]).toEqual([[], [], []]);
    });

    it('is refused as a whole with Dataverse’s words, or with the status where there are none', async () => {
        const text = JSON.stringify({ error: { code: '0x80040220', message: 'No.' } });
        const refused = over({ status: 403, contentType: 'application/json', text }).webApi.read(['leads(1)']);
        await expect(refused).rejects.toEqual(new Refused({ status: 403, code: 0x80040220, message: 'No.' }));
        const unworded = over({ status: 502, contentType: 'text/html', text: '<html>' }).webApi.read(['leads(1)']);
        await expect(unworded).rejects.toThrow('Dataverse answered 502.');
    });

    it('has lost the connection without a whole answer to each', async () => {
        const short = answer(part(200));
        for (const response of [
            new TypeError('Failed to fetch'),
            { ...short, text: short.text.slice(0, -6) },
            { ...short, contentType: 'text/html', text: '<html>Sign in</html>' },
            short,
        ]) {
            const { webApi } = over(response);
            await expect(webApi.read(['leads(1)', 'leads(2)'])).rejects.toBeInstanceOf(ConnectionLost);
        }
    });
});
