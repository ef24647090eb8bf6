import type { FastifyInstance } from 'fastify';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get as httpGet } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalDataverse, type LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import { createServer } from '../../../../local/dataverse/server/server';

const NADIA = '11111111-1111-4111-8111-111111111103';
let dataverse: LocalDataverse;
let server: FastifyInstance;
let address: string;
let playerDirectory: string;

beforeAll(async () => {
    playerDirectory = mkdtempSync(join(tmpdir(), 'player-'));
    writeFileSync(join(playerDirectory, 'index.js'), 'export {};');
    writeFileSync(join(playerDirectory, 'chunk-ABCD1234.js'), 'export {};');
    dataverse = createLocalDataverse();
    const context = {
        userId: '11111111-1111-4111-8111-111111111101',
        language: 1033,
        now: '2026-11-21T12:00:00Z',
        depth: 1,
        suppressDuplicateDetection: true,
    };
    const row = (name: string, type: number, text: string) =>
        dataverse.organization.create(
            'webresource',
            { name, webresourcetype: type, content: Buffer.from(text).toString('base64') },
            context,
        );
    row('new_/lead/form.js', 3, 'var a = "é";');
    row('new_/page.html', 1, '<!doctype html><p>x</p>');
    dataverse.environment.store
        .prepare('INSERT INTO customcontrolresource (name, path, content) VALUES (?, ?, ?)')
        .run('new_Some.Control', 'css/a.css', Buffer.from('p{}'));
    server = createServer({ host: dataverse, playerDirectory });
    address = await server.listen({ host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
    await server.close();
    dataverse.close();
    rmSync(playerDirectory, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${address}${path}`, { headers });

describe('the server', () => {
    it('answers the Web API', async () => {
        const response = await get('/api/data/v9.2/WhoAmI');
        expect(response.status).toBe(200);
        expect(response.headers.get('odata-version')).toBe('4.0');
        expect(await response.json()).toMatchObject({
            '@odata.context': `${address}/api/data/v9.2/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`,
        });
    });

    it('takes bodies of any content type, and long addresses', async () => {
        const response = await fetch(`${address}/api/data/v9.2/leads`, {
            method: 'POST',
            body: '{"lastname":"Ünal"}',
            headers: { 'content-type': 'application/json;type=entry' },
        });
        expect(response.status).toBe(204);
        const filter = Array.from({ length: 400 }, (_, index) => `lastname eq 'a long last name ${index}'`).join(
            ' or ',
        );
        const long = await get(
            `/api/data/v9.2/leads?$select=lastname&$filter=${encodeURIComponent(`${filter} or lastname eq 'unal'`)}`,
        );
        expect(await long.json()).toMatchObject({ value: [{ lastname: 'Ünal' }] });
    });

    it('qualifies a lead once, however many ask at the same time', async () => {
        const post = (path: string, body: object): Promise<Response> =>
            fetch(`${address}/api/data/v9.2/${path}`, { method: 'POST', body: JSON.stringify(body) });
        const created = await post('leads', { lastname: 'Race', companyname: 'Race Ltd' });
        const id = /\(([^)]+)\)$/.exec(created.headers.get('odata-entityid') ?? '')?.[1] ?? '';
        const parameters = { CreateAccount: true, CreateContact: true, CreateOpportunity: true, Status: 3 };
        const answers = await Promise.all(
            Array.from({ length: 50 }, () => post(`leads(${id})/Microsoft.Dynamics.CRM.QualifyLead`, parameters)),
        );
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
        const opportunities = await get(`/api/data/v9.2/opportunities?$filter=_originatingleadid_value eq ${id}`);
        expect(((await opportunities.json()) as { value: unknown[] }).value).toHaveLength(1);
    });

    it('refuses what Fastify refuses in the form of the Web API', async () => {
        const response = await get('/api/data/v9.2/leads(%)');
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining('%') as string } });
    });

    it('refuses a language that it has no texts in', async () => {
        const response = await fetch(`${address}/app/client/session`, {
            method: 'POST',
            body: JSON.stringify({ userId: NADIA, language: 9999 }),
        });
        expect(response.status).toBe(400);
        expect(await response.text()).toContain('one of 1033, 1036');
    });

    it('opens the app for a browser whose cookie nobody can read', async () => {
        const headers = { cookie: 'local-user=%' };
        expect((await get('/', headers)).status).toBe(200);
        expect((await get('/app/client/environment', headers)).status).toBe(200);
    });

    it('serves web resources by name, with their type, once', async () => {
        const script = await get('/WebResources/new_/lead/form.js');
        expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
        expect(await script.text()).toBe('var a = "é";');
        const again = await get('/WebResources/new_/lead/form.js', {
            'if-none-match': script.headers.get('etag') ?? '',
        });
        expect(again.status).toBe(304);
        const versioned = await get('/%7B0000017%7D/WebResources/new_/lead/form.js');
        expect(versioned.headers.get('cache-control')).toContain('immutable');
        expect((await get('/WebResources/new_/none.js')).status).toBe(404);
    });

    it('lets pages of web resources run in frames of its own pages only', async () => {
        const page = await get('/WebResources/new_/page.html');
        expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
        const script = await get('/WebResources/new_/ClientGlobalContext.js.aspx');
        expect(await script.text()).toContain('GetGlobalContext');
    });

    it('serves the files of code components and of the player, and nothing outside their folders', async () => {
        expect(await (await get('/CustomControls/new_Some.Control/css/a.css')).text()).toBe('p{}');
        expect((await get('/app/player/index.js')).headers.get('cache-control')).toBe('no-cache');
        expect((await get('/app/player/chunk-ABCD1234.js')).headers.get('cache-control')).toContain('immutable');
        for (const path of [
            '/app/player/..%2f..%2fetc/passwd',
            '/app/player/%2e%2e/secret.js',
            '/app/player/none.js',
        ]) {
            expect((await get(path)).status).toBe(404);
        }
    });

    it('shows the shell in the language of the signed-in user', async () => {
        expect(await (await get('/')).text()).toContain('<html lang="en"');
        const session = await fetch(`${address}/app/client/session`, {
            method: 'POST',
            body: JSON.stringify({ userId: NADIA, theme: 'dark' }),
        });
        expect(session.status).toBe(204);
        const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
        expect(await (await get('/main.aspx?appid=1', { cookie })).text()).toContain(
            '<html lang="fr" data-theme="dark"',
        );
        expect(await (await get('/api/data/v9.2/WhoAmI', { cookie })).json()).toMatchObject({ UserId: NADIA });
        expect(await (await get('/app/client/environment', { cookie })).json()).toMatchObject({
            user: { id: NADIA, theme: 'dark' },
        });
    });

    it('changes the language of a user on request', async () => {
        const post = (body: object) =>
            fetch(`${address}/app/client/session`, { method: 'POST', body: JSON.stringify(body) });
        expect((await post({ userId: NADIA, language: 1033 })).status).toBe(204);
        const cookie = `local-user=${NADIA}`;
        expect(await (await get('/', { cookie })).text()).toContain('<html lang="en"');
        await post({ userId: NADIA, language: 1036 });
        expect((await post({ userId: 'nobody' })).status).toBe(400);
        expect((await post({ userId: '00000000-0000-4000-8000-000000000000' })).status).toBe(404);
    });

    it('answers client metadata again only when it changed', async () => {
        const first = await get('/app/client/tables/lead');
        expect(await first.json()).toMatchObject({ logicalName: 'lead' });
        expect(
            (await get('/app/client/tables/lead', { 'if-none-match': first.headers.get('etag') ?? '' })).status,
        ).toBe(304);
        expect((await get('/app/client/tables/none')).status).toBe(404);
    });

    it('refuses writes from pages of other origins', async () => {
        const post = (headers: Record<string, string>) =>
            fetch(`${address}/api/data/v9.2/leads`, { method: 'POST', body: '{"lastname":"x"}', headers });
        expect((await post({ origin: 'http://evil.example' })).status).toBe(403);
        expect((await post({ origin: 'null' })).status).toBe(403);
        expect((await post({ origin: address })).status).toBe(204);
    });

    it('refuses other Host headers', async () => {
        // fetch does not let a caller choose the Host header.
        const { status, body } = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
            const headers = { host: 'dataverse.example' };
            httpGet(`${address}/api/data/v9.2/WhoAmI`, { headers }, (response) => {
                let text = '';
                response.on('data', (piece: Buffer) => (text += piece.toString()));
                response.on('end', () => resolve({ status: response.statusCode, body: text }));
            }).on('error', reject);
        });
        expect(status).toBe(403);
        expect(body).toContain("the Host header was 'dataverse.example'");
    });
});
