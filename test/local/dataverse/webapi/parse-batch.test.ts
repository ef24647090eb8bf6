import fc from 'fast-check';
import { boundaryOf, parseBatch } from '../../../../local/dataverse/webapi/batch/parse-batch';

const lines = (...text: readonly string[]): string => text.join('\r\n');

const BODY = lines(
    '--b',
    'Content-Type: application/http',
    'Content-Transfer-Encoding:binary',
    '',
    'GET leads?$filter=statecode eq 0 HTTP/1.1',
    'Accept: application/json',
    '',
    '',
    '--b',
    'Content-Type: multipart/mixed;boundary="c"',
    '',
    '--c',
    'Content-Type: application/http',
    'Content-ID: 1',
    '',
    'POST /api/data/v9.2/leads HTTP/1.1',
    'Content-Type: application/json',
    '',
    '{"subject":"x"}',
    '--c',
    'Content-Type: application/http',
    '',
    'PATCH $1 HTTP/1.1',
    'content-id: 2',
    'If-Match: *',
    '',
    '{"subject":"y"}',
    '',
    '--c--',
    '',
    '--b--',
    '',
);

describe('bodies of batches', () => {
    it.each([
        ['CRLF', BODY],
        ['LF', BODY.replace(/\r\n/g, '\n')],
        ['empty lines in front', `\r\n\r\n${BODY}`],
        ['a NUL at the end', BODY.replace(/\r\n$/, '\r\n\0')],
        ['a line of spaces between the parts', BODY.replace('--c--\r\n', '--c--\r\n \r\n')],
    ])('are read with %s', (_name, body) => {
        expect(parseBatch(body, 'b')).toEqual([
            {
                kind: 'single',
                part: {
                    method: 'GET',
                    url: 'leads?$filter=statecode eq 0',
                    headers: { accept: 'application/json' },
                    body: '',
                },
            },
            {
                kind: 'changeset',
                parts: [
                    {
                        method: 'POST',
                        url: '/api/data/v9.2/leads',
                        headers: { 'content-type': 'application/json' },
                        body: '{"subject":"x"}',
                        contentId: '1',
                    },
                    {
                        method: 'PATCH',
                        url: '$1',
                        headers: { 'content-id': '2', 'if-match': '*' },
                        body: '{"subject":"y"}',
                        contentId: '2',
                    },
                ],
            },
        ]);
    });

    it('keep every request, with its body, whatever the line ends', () => {
        const request = fc.record({
            method: fc.constantFrom('POST', 'PATCH'),
            json: fc.json().map((text) => JSON.stringify({ value: text })),
        });
        fc.assert(
            fc.property(
                fc.array(request, { minLength: 1, maxLength: 5 }),
                fc.constantFrom('\r\n', '\n'),
                (requests, end) => {
                    const body = [
                        ...requests.flatMap(({ method, json }) => [
                            '--x1',
                            'Content-Type: application/http',
                            '',
                            `${method} leads HTTP/1.1`,
                            'Content-Type: application/json',
                            '',
                            json,
                        ]),
                        '--x1--',
                    ].join(end);
                    const items = parseBatch(body, 'x1');
                    expect(items.map((item) => item.kind === 'single' && [item.part.method, item.part.body])).toEqual(
                        requests.map(({ method, json }) => [method, json]),
                    );
                },
            ),
        );
    });

    it('need a boundary', () => {
        expect(boundaryOf('multipart/mixed; boundary="a b"')).toBe('a b');
        expect(boundaryOf('multipart/mixed;boundary=a')).toBe('a');
        expect(() => boundaryOf('application/json')).toThrow('names no boundary');
    });

    it('with a boundary that begins another one are told apart', () => {
        const body = lines(
            '--b',
            'Content-Type: multipart/mixed; boundary=b1',
            '',
            '--b1',
            'Content-Type: application/http',
            '',
            'POST leads HTTP/1.1',
            '',
            '{}',
            '--b1--',
            '--b--',
        );
        expect(parseBatch(body, 'b')).toHaveLength(1);
    });

    it('that hold something else are refused', () => {
        expect(() => parseBatch(lines('--b', 'Content-Type: application/http', '', 'hello', '--b--'), 'b')).toThrow(
            "'hello' is not a request line",
        );
    });
});
