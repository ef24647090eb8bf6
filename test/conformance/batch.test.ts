/** `$batch` as client libraries and the Sales app send it. */
import { aClient, SERVICE_ROOT, type Client } from './a-client';

let client: Client;
beforeEach(() => {
    client = aClient();
});
afterEach(() => client.close());

const send = (body: string, boundary = 'batch_1', headers: Record<string, string> = {}) =>
    client.send('POST', '$batch', body, { 'content-type': `multipart/mixed;boundary=${boundary}`, ...headers });

const http = (request: string, contentId?: number): string =>
    `Content-Type: application/http\nContent-Transfer-Encoding: binary\n${contentId === undefined ? '' : `Content-ID: ${contentId}\n`}\n${request}`;
const batch = (...parts: readonly string[]): string =>
    `${parts.map((part) => `--batch_1\n${part}\n`).join('')}--batch_1--\n\0`;
const changeset = (...parts: readonly string[]): string =>
    `Content-Type: multipart/mixed;boundary=changeset_1\n\n${parts.map((part) => `--changeset_1\n${part}\n`).join('')}--changeset_1--\n`;
const post = (url: string, body: object): string =>
    `POST ${url} HTTP/1.1\nContent-Type: application/json;type=entry\n\n${JSON.stringify(body)}`;

/** Status lines of the parts, in their order. */
const statuses = (text: string): readonly string[] =>
    [...text.matchAll(/^HTTP\/1\.1 (\d+ .*?)\r$/gm)].map((match) => match[1] ?? '');

describe('batches', () => {
    it('save a new lead with its process, as the Sales app does', () => {
        const id = '0b6f0d4e-3c3c-4f5b-9c06-5a2f0c7d1e11';
        const reply = send(
            batch(
                changeset(
                    http(
                        post('/api/data/v9.0/leads', {
                            leadid: id,
                            lastname: 'Nova',
                            statecode: 0,
                            statuscode: 1,
                            processid: '00000000-0000-0000-0000-000000000000',
                            'ownerid@odata.bind': '/systemusers(11111111-1111-4111-8111-111111111102)',
                        }),
                        1,
                    ),
                    http(
                        post('/api/data/v9.0/leadtoopportunitysalesprocesses', {
                            'processid@odata.bind': '/workflows(919e14d1-6489-4852-abd0-a63a6ecaac5d)',
                            'leadId@odata.bind': `/leads(${id})`,
                            traversedpath: 'f99b4d48-7aad-456e-864a-8e7d543f7495',
                            'activestageid@odata.bind': '/processstages(f99b4d48-7aad-456e-864a-8e7d543f7495)',
                        }),
                        2,
                    ),
                ),
            ),
        );
        expect(reply.status).toBe(200);
        expect(statuses(reply.text)).toEqual(['204 No Content', '204 No Content']);
        expect(reply.text).toContain(`Location: http://127.0.0.1:8484/api/data/v9.0/leads(${id})\r\n`);
        const instances = client.send(
            'GET',
            `leadtoopportunitysalesprocesses?$filter=_leadid_value eq ${id}&$select=traversedpath`,
        );
        expect(instances.rows).toMatchObject([{ traversedpath: 'f99b4d48-7aad-456e-864a-8e7d543f7495' }]);
    });

    it('refer to rows made before by Content-ID, in addresses and in bindings', () => {
        const reply = send(
            batch(
                changeset(
                    http(post(`${SERVICE_ROOT}leads`, { lastname: 'First' }), 1),
                    http(post('tasks', { subject: 'Bound', 'regardingobjectid_lead_task@odata.bind': '$1' }), 2),
                    http(post('$1/Lead_Tasks', { subject: 'Below' }), 3),
                    http(
                        'PATCH $1 HTTP/1.1\nContent-Type: application/json\nIf-Match: *\n\n{"subject":"Changed"}',
                        100001,
                    ),
                ),
                http(
                    "GET leads?$select=subject&$expand=Lead_Tasks($select=subject;$orderby=subject)&$filter=lastname eq 'First' HTTP/1.1\nAccept: application/json\n\n",
                ),
            ),
        );
        expect(statuses(reply.text)).toEqual([
            '204 No Content',
            '204 No Content',
            '204 No Content',
            '204 No Content',
            '200 OK',
        ]);
        const json = JSON.parse(/\{"@odata.context".*\}/.exec(reply.text)?.[0] ?? '{}') as { value: unknown };
        expect(json.value).toMatchObject([
            { subject: 'Changed', Lead_Tasks: [{ subject: 'Below' }, { subject: 'Bound' }] },
        ]);
        expect(reply.text).toContain('Content-ID: 100001\r\n');
    });

    it('undo a changeset as a whole and stop there', () => {
        const reply = send(
            batch(
                changeset(http(post('leads', { lastname: 'Undone' }), 1), http(post('leads', { nothing: 1 }), 2)),
                http('GET leads HTTP/1.1\n\n'),
            ),
        );
        expect(statuses(reply.text)).toEqual(['400 Bad Request']);
        expect(reply.text).toContain('"code":"0x80048d19"');
        expect(client.send('GET', 'leads').rows).toEqual([]);
    });

    it('go on after an error when the client prefers it', () => {
        const parts = [http(post('leads', { nothing: 1 })), http(post('leads', { lastname: 'Second' }))];
        expect(statuses(send(batch(...parts)).text)).toEqual(['400 Bad Request']);
        expect(statuses(send(batch(...parts), 'batch_1', { prefer: 'odata.continue-on-error' }).text)).toEqual([
            '400 Bad Request',
            '204 No Content',
        ]);
    });

    it('refuse reads inside a changeset', () => {
        const reply = send(batch(changeset(http('GET leads HTTP/1.1\n\n'))));
        expect(statuses(reply.text)).toEqual(['400 Bad Request']);
    });

    it('take FetchXML that is too long for an address', () => {
        client.create('leads', { lastname: 'Long' });
        const values = Array.from({ length: 500 }, (_, index) => `<value>name ${index}</value>`).join('');
        const xml = `<fetch><entity name="lead"><attribute name="lastname"/><filter type="or"><condition attribute="lastname" operator="in">${values}</condition><condition attribute="lastname" operator="eq" value="long"/></filter></entity></fetch>`;
        const reply = send(batch(http(`GET leads?fetchXml=${encodeURIComponent(xml)} HTTP/1.1\n\n`)));
        expect(reply.text).toContain('"lastname":"Long"');
    });

    it('run every request as the user of the batch', () => {
        const reply = send(batch(http('GET WhoAmI HTTP/1.1\n\n')), 'batch_1', {
            mscrmcallerid: '11111111-1111-4111-8111-111111111103',
        });
        expect(reply.text).toContain('"UserId":"11111111-1111-4111-8111-111111111103"');
    });

    it('write answers line by line: CRLF only, each JSON in one line', () => {
        const reply = send(batch(http('GET leads HTTP/1.1\n\n')));
        expect(reply.text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
        expect(reply.headers['Content-Type']).toMatch(/^multipart\/mixed; boundary=batchresponse_/);
    });

    it('are refused without a boundary', () => {
        expect(client.send('POST', '$batch', 'x', { 'content-type': 'text/plain' }).json.error?.code).toBe(
            '0x80048d19',
        );
    });
});
