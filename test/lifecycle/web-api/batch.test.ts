import { batchOfReads, batchOfWrites } from '../../../lifecycle/web-api/write-batch';
import { problemOf, readBatch } from '../../../lifecycle/web-api/read-batch';

let count = 0;
const newId = (): string => String((count += 1));
beforeEach(() => (count = 0));

const lines = (...all: readonly string[]): string => all.join('\r\n');

describe('a batch of writes', () => {
    it('holds every change set between boundaries of its own', () => {
        const { boundary, body } = batchOfWrites(
            [
                [
                    { kind: 'create', entitySet: 'accounts', columns: { name: 'Fabrikam' }, detectDuplicates: true },
                    { kind: 'update', entitySet: 'leads', id: '7', columns: { subject: 'Vans' }, ifMatch: 'W/"5"' },
                ],
                [{ kind: 'action', address: 'WinOpportunity', parameters: { Status: -1 } }],
            ],
            newId,
        );
        expect(body).toBe(
            lines(
                `--${boundary}`,
                'Content-Type: multipart/mixed; boundary=changeset_1',
                '',
                '--changeset_1',
                'Content-Type: application/http',
                'Content-Transfer-Encoding: binary',
                'Content-ID: 1',
                '',
                'POST accounts HTTP/1.1',
                'Accept: application/json',
                'Content-Type: application/json; type=entry',
                'MSCRM.SuppressDuplicateDetection: false',
                'Prefer: odata.include-annotations="*"',
                '',
                '{"name":"Fabrikam"}',
                '--changeset_1',
                'Content-Type: application/http',
                'Content-Transfer-Encoding: binary',
                'Content-ID: 2',
                '',
                'PATCH leads(7) HTTP/1.1',
                'Accept: application/json',
                'Content-Type: application/json; type=entry',
                'If-Match: W/"5"',
                '',
                '{"subject":"Vans"}',
                '--changeset_1--',
                '',
                `--${boundary}`,
                'Content-Type: multipart/mixed; boundary=changeset_2',
                '',
                '--changeset_2',
                'Content-Type: application/http',
                'Content-Transfer-Encoding: binary',
                'Content-ID: 1',
                '',
                'POST WinOpportunity HTTP/1.1',
                'Accept: application/json',
                'Content-Type: application/json; type=entry',
                '',
                '{"Status":-1}',
                '--changeset_2--',
                '',
                `--${boundary}--`,
                '',
            ),
        );
    });

    it('creates no row by an update of one that is gone', () => {
        const { body } = batchOfWrites([[{ kind: 'update', entitySet: 'leads', id: '7', columns: {} }]], newId);
        expect(body).toContain('If-Match: *');
    });
});

describe('a deletion', () => {
    it('has a version and no body', () => {
        const writes = [{ kind: 'delete', entitySet: 'leads', id: '7', ifMatch: 'W/"5"' }] as const;
        expect(batchOfWrites([writes], newId).body).toContain(
            lines('DELETE leads(7) HTTP/1.1', 'Accept: application/json', 'If-Match: W/"5"', '', '', '--changeset_1--'),
        );
    });
});

describe('a batch of reads', () => {
    it('asks for the words beside the values', () => {
        const { body } = batchOfReads(['leads(7)?$select=subject'], newId);
        expect(body).toContain('GET leads(7)?$select=subject HTTP/1.1\r\n');
        expect(body).toContain('Prefer: odata.include-annotations="*"');
    });
});

const part = (status: number, body: unknown): string =>
    lines(
        'Content-Type: application/http',
        'Content-Transfer-Encoding: binary',
        '',
        `HTTP/1.1 ${status} Something`,
        'Content-Type: application/json',
        '',
        body === undefined ? '' : JSON.stringify(body),
        '',
    );

describe('the answer to a batch', () => {
    const changeset = lines(
        'Content-Type: multipart/mixed; boundary=inner',
        '',
        `--inner`,
        `${part(204, undefined)}--inner`,
        `${part(200, { value: [1] })}--inner--`,
        '',
    );
    const whole = lines(
        '--outer',
        `${changeset}--outer`,
        `${part(412, { error: { code: '0x80060882', message: 'no' } })}--outer--`,
        '',
    );

    it('has one answer for each change set', () => {
        expect(readBatch('multipart/mixed; boundary=outer', whole)).toEqual([
            [
                { status: 204, body: undefined },
                { status: 200, body: { value: [1] } },
            ],
            { status: 412, body: { error: { code: '0x80060882', message: 'no' } } },
        ]);
    });

    it('is none when it is cut off anywhere', () => {
        for (let length = 0; length < whole.length - '--\r\n'.length; length += 1) {
            expect([length, readBatch('multipart/mixed; boundary=outer', whole.slice(0, length))]).toEqual([
                length,
                null,
            ]);
        }
    });

    it('tells code and message of what was refused', () => {
        expect(problemOf({ status: 412, body: { error: { code: '0x80060882', message: 'no' } } })).toEqual({
            status: 412,
            code: 0x80060882,
            message: 'no',
        });
        expect(problemOf({ status: 500, body: undefined })).toEqual({
            status: 500,
            code: 0,
            message: 'Dataverse answered 500.',
        });
    });
});
