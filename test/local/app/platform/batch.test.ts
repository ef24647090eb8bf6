import { boundaryOf, readBatchResponse, writeBatch } from '../../../../local/app/platform/batch';
import type { BatchRequest } from '../../../../local/app/platform/types';

const read: BatchRequest = { method: 'GET', path: '/api/data/v9.2/leads' };
const write: BatchRequest = { method: 'POST', path: '/api/data/v9.2/leads', body: { subject: 'A' } };
const remove: BatchRequest = { method: 'DELETE', path: '/api/data/v9.2/leads(1)' };

function ids(): () => string {
    let last = 0;
    return () => String((last += 1));
}

const lines = (...all: string[]): string => all.join('\r\n');

describe('A batch request', () => {
    it('is written with CRLF and an empty line before each body', () => {
        expect(writeBatch([read], false, ids())).toEqual({
            boundary: 'batch_1',
            body: lines(
                '--batch_1',
                'Content-Type: application/http',
                'Content-Transfer-Encoding: binary',
                '',
                'GET /api/data/v9.2/leads HTTP/1.1',
                'Accept: application/json',
                '',
                '',
                '--batch_1--',
                '',
            ),
        });
    });

    it('puts all writes into one changeset with content ids when it is atomic, and reads before it', () => {
        const { body } = writeBatch([write, read, remove], true, ids());
        const order = [
            'GET ',
            'multipart/mixed; boundary=changeset_2',
            'Content-ID: 1',
            'POST ',
            'Content-ID: 2',
            'DELETE ',
            '--changeset_2--',
            '--batch_1--',
        ];
        const positions = order.map((part) => body.indexOf(part));
        expect(positions).toEqual([...positions].sort((one, other) => one - other));
        expect(positions).not.toContain(-1);
    });
});

describe('A batch response', () => {
    const created = lines(
        'Content-Type: application/http',
        'Content-ID: 1',
        '',
        'HTTP/1.1 204 No Content',
        'OData-EntityId: http://x/leads(1)',
        '',
        '',
    );
    const removed = lines('Content-Type: application/http', 'Content-ID: 2', '', 'HTTP/1.1 204 No Content', '', '');
    const page = lines(
        'Content-Type: application/http',
        '',
        'HTTP/1.1 200 OK',
        'Content-Type: application/json',
        '',
        '{"value":[{"name":"--no boundary"}]}',
    );
    const refused = lines(
        'Content-Type: application/http',
        '',
        'HTTP/1.1 400 Bad Request',
        '',
        '{"error":{"code":"0x80040203","message":"No"}}',
    );

    it('answers in the order of the requests, also when the reads were sent first', () => {
        const changeset = lines(
            'Content-Type: multipart/mixed; boundary="c"',
            '',
            '--c',
            created,
            '--c',
            removed,
            '--c--',
        );
        const text = lines('--b', page, '--b', changeset, '--b--', '');
        expect(readBatchResponse(text, 'b', [write, read, remove], true).map((one) => one.status)).toEqual([
            204, 200, 204,
        ]);
    });

    it('reads bodies and headers of its parts', () => {
        const [response] = readBatchResponse(lines('--b', page, '--b--', ''), 'b', [read], false);
        expect(response).toEqual({
            status: 200,
            headers: { 'content-type': 'application/json' },
            body: { value: [{ name: '--no boundary' }] },
        });
    });

    it('gives the refusal of a changeset to each of its writes', () => {
        const responses = readBatchResponse(
            lines('--b', page, '--b', refused, '--b--', ''),
            'b',
            [read, write, remove],
            true,
        );
        expect(responses.map((one) => one.status)).toEqual([200, 400, 400]);
    });

    it('says of requests the server did not come to that they were not reached', () => {
        const responses = readBatchResponse(lines('--b', refused, '--b--', ''), 'b', [write, remove], false);
        expect(responses.map((one) => one.status)).toEqual([400, 424]);
    });

    it('may end its lines with LF only', () => {
        const text = lines('--b', page, '--b--', '').replace(/\r\n/g, '\n');
        expect(readBatchResponse(text, 'b', [read], false)[0]?.status).toBe(200);
    });
});

describe('The boundary of a response', () => {
    it.each([
        ['multipart/mixed; boundary=abc', 'abc'],
        ['multipart/mixed; boundary="a b"', 'a b'],
        ['multipart/mixed; boundary=abc; charset=utf-8', 'abc'],
    ])('of "%s" is %s', (contentType, boundary) => {
        expect(boundaryOf(contentType)).toBe(boundary);
    });

    it('has to be there', () => {
        expect(() => boundaryOf('application/json')).toThrow('application/json');
    });
});
