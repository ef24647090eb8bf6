/** The ways of Microsoft Learn, "Web API conditional operations sample". */
import { aClient, ALL_ANNOTATIONS, type Client } from './a-client';

let client: Client;
let id: string;
let etag: string;

beforeEach(() => {
    client = aClient();
    const created = client.send(
        'POST',
        'accounts?$select=name,revenue',
        { name: 'Contoso', revenue: 5000000 },
        { prefer: 'return=representation' },
    );
    id = created.id;
    etag = String(created.json['@odata.etag']);
});
afterEach(() => client.close());

describe('conditions on requests', () => {
    it('answer a read of an unchanged row with 304, but not with $expand or annotations', () => {
        const read = (query: string, headers: Record<string, string>) =>
            client.send('GET', `accounts(${id})?${query}`, undefined, { 'if-none-match': etag, ...headers }).status;
        expect(read('$select=name', {})).toBe(304);
        expect(read('$select=name&$expand=primarycontactid($select=fullname)', {})).toBe(200);
        expect(read('$select=name', ALL_ANNOTATIONS)).toBe(200);
        client.send('PATCH', `accounts(${id})`, { telephone1: '555-0001' });
        expect(read('$select=name', {})).toBe(200);
        expect(client.send('GET', `accounts(${id})`, undefined, { 'if-none-match': 'null' }).status).toBe(200);
    });

    it('let only the version that was read be changed or deleted', () => {
        client.send('PATCH', `accounts(${id})`, { telephone1: '555-0001' });
        for (const method of ['PATCH', 'DELETE']) {
            const reply = client.send(method, `accounts(${id})`, method === 'PATCH' ? { revenue: 1 } : undefined, {
                'if-match': etag,
            });
            expect([reply.status, reply.json.error?.code]).toEqual([412, '0x80060882']);
        }
        const now = String(client.send('GET', `accounts(${id})?$select=name`).json['@odata.etag']);
        expect(client.send('PATCH', `accounts(${id})`, { revenue: 1 }, { 'if-match': now }).status).toBe(204);
    });

    it('keep an upsert from creating or from updating', () => {
        const other = '11111111-aaaa-4aaa-8aaa-111111111111';
        const updateOnly = client.send('PATCH', `accounts(${other})`, { name: 'N' }, { 'if-match': '*' });
        expect([updateOnly.status, updateOnly.json.error?.code]).toEqual([404, '0x80040217']);
        const createOnly = client.send('PATCH', `accounts(${id})`, { name: 'N' }, { 'if-none-match': '*' });
        expect([createOnly.status, createOnly.json.error?.code]).toEqual([412, '0x80040237']);
        expect(createOnly.json.error?.message).toBe('A record with matching key values already exists.');
        const upsert = client.send('PATCH', `accounts(${other})`, { name: 'N' });
        expect([upsert.status, upsert.id]).toEqual([204, other]);
        expect(
            client.send('PATCH', `accounts(${other})`, { name: 'M' }, { prefer: 'return=representation' }).status,
        ).toBe(200);
    });
});
