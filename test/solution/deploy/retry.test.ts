import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from '../../../solution/deploy/retry';
import { WebApiClient } from '../../../solution/deploy/web-api-client';

const NOW = Date.parse('2026-11-21T12:00:00Z');

/** What the server does with one request after the other: a status with headers, or `reset` breaks the connection. */
type Turn = 'reset' | { readonly status: number; readonly headers?: Record<string, string> };

let server: Server;
let turns: Turn[];
let received: string[];
let waits: number[];
let lines: string[];
let client: WebApiClient;

const policy: RetryPolicy = {
    ...DEFAULT_RETRY_POLICY,
    wait: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
    },
    now: () => NOW,
    report: (line) => lines.push(line),
};

beforeEach(async () => {
    [turns, received, waits, lines] = [[], [], [], []];
    server = createServer((request, response) => {
        received.push(`${request.method} ${request.url}`);
        const turn = turns.shift() ?? { status: 200 };
        if (turn === 'reset') {
            request.socket.resetAndDestroy();
            return;
        }
        response.writeHead(turn.status, turn.headers);
        response.end(turn.status === 200 ? '{"ok":true}' : '{"error":{"code":"0x80072322","message":"Too many"}}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    client = new WebApiClient(`http://127.0.0.1:${port}`, { retry: policy });
});
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

describe('a busy environment', () => {
    it('is asked again after the seconds it names', async () => {
        turns = [
            { status: 429, headers: { 'Retry-After': '7' } },
            { status: 503, headers: { 'Retry-After': '2' } },
        ];
        expect(await client.get('WhoAmI')).toEqual({ ok: true });
        expect(waits).toEqual([7000, 2000]);
        expect(lines).toEqual([
            'GET WhoAmI: HTTP 429; trying again in 7 s',
            'GET WhoAmI: HTTP 503; trying again in 2 s',
        ]);
    });

    it('is asked again at the time it names', async () => {
        turns = [{ status: 429, headers: { 'Retry-After': 'Sat, 21 Nov 2026 12:00:30 GMT' } }];
        await client.get('WhoAmI');
        expect(waits).toEqual([30_000]);
    });

    it('is given longer each time when it names none', async () => {
        turns = [{ status: 503 }, { status: 503 }, { status: 503 }];
        await client.get('WhoAmI');
        expect(waits).toEqual([1000, 2000, 4000]);
    });

    it('is asked six times at most, then its answer is told with a way out', async () => {
        turns = Array.from({ length: 9 }, () => ({ status: 429 }));
        await expect(client.get('WhoAmI')).rejects.toThrow(
            /^GET WhoAmI: Too many \[0x80072322\] \(HTTP 429\)\. .*run the same command again later/,
        );
        expect(received).toHaveLength(6);
    });

    it('is not waited for longer than a quarter of an hour', async () => {
        turns = [{ status: 429, headers: { 'Retry-After': '3600' } }];
        await expect(client.get('WhoAmI')).rejects.toThrow(/HTTP 429/);
        expect(waits).toEqual([]);
    });

    it('is sent actions again that it has not handled', async () => {
        turns = [{ status: 429, headers: { 'Retry-After': '1' } }, { status: 503 }];
        await client.post('ImportSolutionAsync', {});
        expect(received).toHaveLength(3);
    });

    it('is sent changesets again that it has not handled', async () => {
        turns = [{ status: 429, headers: { 'Retry-After': '1' } }];
        await client.changeset([{ method: 'POST', path: 'leads', body: {} }]);
        expect(received).toEqual(['POST /api/data/v9.2/$batch', 'POST /api/data/v9.2/$batch']);
    });
});

describe('a failure that leaves open whether something was done', () => {
    const failures: readonly Turn[] = [{ status: 500 }, { status: 502 }, { status: 504 }, 'reset'];

    it.each(failures)('%j: what may be repeated is sent again', async (failure) => {
        turns = [failure, failure];
        await client.get('WhoAmI');
        turns = [failure];
        await client.patch('leads(1)', {});
        turns = [failure];
        await client.delete('leads(1)');
        turns = [failure];
        await client.post('PublishAllXml', {}, { isRepeatable: true });
        expect(received.map((it) => it.split(' ')[0])).toEqual([
            ...['GET', 'GET', 'GET'],
            ...['PATCH', 'PATCH'],
            ...['DELETE', 'DELETE'],
            ...['POST', 'POST'],
        ]);
    });

    it.each(failures)('%j: an action that does something each time is not', async (failure) => {
        turns = [failure];
        await expect(client.post('ImportSolutionAsync', {})).rejects.toThrow(/^POST ImportSolutionAsync: /);
        expect(received).toHaveLength(1);
        expect(waits).toEqual([]);
    });
});

describe('a failure that waiting does not mend', () => {
    it.each([400, 401, 403, 404, 501])('%d is told at once', async (status) => {
        turns = [{ status }];
        await expect(client.get('WhoAmI')).rejects.toThrow(`(HTTP ${status})`);
        expect(received).toHaveLength(1);
    });

    it('is an address where nobody answers, and the address is named', async () => {
        const nobody = new WebApiClient('http://127.0.0.1:1', { retry: policy });
        await expect(nobody.get('WhoAmI')).rejects.toThrow(
            /^GET WhoAmI: http:\/\/127\.0\.0\.1:1 gives no answer \(.+\)\. Is the address right/,
        );
        expect(waits).toEqual([]);
    });
});
