/** What clients get wrong is answered with what was wrong, never with "unexpected error". */
import { aClient, USERS, type Client } from './a-client';

let client: Client;
let lead: string;

beforeAll(() => {
    client = aClient();
    lead = client.create('leads', { lastname: 'Lindqvist', subject: 'Robots' });
});

afterAll(() => client.close());

const fetchXml = (inner: string): string => `leads?fetchXml=${encodeURIComponent(`<fetch>${inner}</fetch>`)}`;
const anyOf = (count: number, term: (index: number) => string): string =>
    encodeURIComponent(Array.from({ length: count }, (_, index) => term(index)).join(' or '));

describe('queries', () => {
    test.each([
        ['a $top beyond all numbers', 'leads?$top=99999999999999999999', "'99999999999999999999' for $top"],
        ['a $count that is no flag', 'leads?$count=x', "Invalid value 'x' for $count"],
        ['a $skiptoken of somebody else', 'leads?$skiptoken=x', "Invalid value 'x' for $skiptoken"],
        ['a $skiptoken without a page', 'leads?$skiptoken=%3Ccookie%20pagenumber=%22x%22/%3E', 'for $skiptoken'],
        ['a page beyond all pages', 'leads?$skiptoken=%3Ccookie%20pagenumber=%229007199254740991%22/%3E', 'no page'],
        ['a month that is none', 'leads?$filter=createdon gt 2026-13-01T00:00:00Z', 'a day and time that exist'],
        ['a day that is none', 'leads?$filter=estimatedclosedate eq 2026-02-30', 'a day and time that exist'],
        ['the sum of texts', 'leads?$apply=aggregate(subject with sum as z)', 'Aggregate sum is not supported'],
        [
            'an operator with a day that is none',
            fetchXml(
                '<entity name="lead"><filter><condition attribute="createdon" operator="on" value="2026-99-99"/></filter></entity>',
            ),
            'is not a date',
        ],
        [
            'more days back than there have been',
            fetchXml(
                '<entity name="lead"><filter><condition attribute="createdon" operator="last-x-days" value="99999999999"/></filter></entity>',
            ),
            'beyond the years 1 to 9999',
        ],
        [
            'groups in the order of a column that is none of theirs',
            `leads?fetchXml=${encodeURIComponent(
                '<fetch aggregate="true"><entity name="lead"><attribute name="leadid" aggregate="count" alias="n"/><order attribute="lastname"/></entity></fetch>',
            )}`,
            'Use an alias',
        ],
        [
            'filters in filters without end',
            fetchXml(`<entity name="lead">${'<filter>'.repeat(2000)}${'</filter>'.repeat(2000)}</entity>`),
            'nest deeper than 200 levels',
        ],
        [
            'more links than the platform joins',
            fetchXml(
                `<entity name="lead">${'<link-entity name="account" from="accountid" to="parentaccountid" link-type="outer"/>'.repeat(16)}</entity>`,
            ),
            'Number of link entities in query exceeded maximum limit',
        ],
        [
            'more conditions than the platform takes',
            `leads?$filter=${anyOf(501, (index) => `subject eq '${index}'`)}`,
            'Number of conditions in query exceeded maximum limit',
        ],
    ])('refuse %s', (_what, url, reason) => {
        const reply = client.send('GET', url);
        expect({ status: reply.status, message: reply.json.error?.message }).toEqual({
            status: 400,
            message: expect.stringContaining(reason) as string,
        });
    });

    test('take as many conditions as the platform', () => {
        const filter = anyOf(499, (index) => `contains(subject,'x${index}')`);
        expect(client.send('GET', `leads?$select=subject&$filter=subject eq 'Robots' or ${filter}`).rows).toHaveLength(
            1,
        );
    });
});

describe('rows', () => {
    test.each([
        ['a day that is none', { estimatedclosedate: '2026-02-30' }, "'2026-02-30' is not a date"],
        ['a date as people write it', { estimatedclosedate: '9/1/2026' }, "'9/1/2026' is not a date"],
    ])('refuse %s', (_what, body, reason) => {
        const reply = client.send('PATCH', `leads(${lead})`, body);
        expect(reply.status).toBe(400);
        expect(reply.json.error?.message).toContain(reason);
    });

    test('refuse JSON that nests without end', () => {
        const reply = client.send(
            'PATCH',
            `leads(${lead})`,
            `{"subject":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
        );
        expect(reply.status).toBe(400);
        expect(reply.json.error?.message).toContain('nests deeper than 100 levels');
    });

    test('refuse a note whose file is no Base-64', () => {
        const note = { notetext: 'x', filename: 'a.txt', documentbody: 'not base 64!' };
        const reply = client.send('POST', 'annotations', note);
        expect(reply.status).toBe(400);
        expect(reply.json.error?.message).toContain('Base-64');
    });

    test('keep the last administrator enabled, or nobody could enable anybody', () => {
        const reply = client.send('PATCH', `systemusers(${USERS.admin})`, { isdisabled: true });
        expect(reply.json.error).toMatchObject({ code: '0x80041d2f' });
        expect(client.send('GET', 'WhoAmI').status).toBe(200);
    });

    test('keep users, whose rows would belong to nobody', () => {
        const reply = client.send('DELETE', `systemusers(${USERS.maker})`);
        expect(reply.status).toBe(501);
        expect(reply.json.error?.message).toContain("does not support entities of type 'systemuser'");
    });
});

describe('operations', () => {
    test.each([
        ['POST', 'BulkDelete'],
        ['POST', 'RouteTo'],
        ['GET', 'CalculateRollupField(Target=@t,FieldName=@f)?@t={}&@f=x'],
        ['GET', 'Microsoft.Dynamics.CRM.RetrieveEntityChanges()'],
    ])('of the platform that are not here say so: %s %s', (method, url) => {
        const reply = client.send(method, url, method === 'POST' ? {} : undefined);
        expect(reply.status).toBe(501);
        expect(reply.json.error?.message).toContain('is not supported here (local Dataverse)');
    });

    test('are not found when there is no such operation', () => {
        expect(client.send('POST', 'Nothing', {}).status).toBe(404);
    });

    test('$metadata is only read', () => {
        expect(client.send('POST', '$metadata', {}).status).toBe(405);
    });
});

describe('callers', () => {
    test('a header that names no user is refused, not run as administrator', () => {
        const reply = client.send('GET', 'WhoAmI', undefined, { MSCRMCallerID: 'sam' });
        expect(reply.status).toBe(400);
        expect(reply.json.error?.message).toContain("MSCRMCallerID must hold the id of a user, not 'sam'");
    });

    test.each([
        ['that cannot be decoded', 'local-user=%'],
        ['of a user of another environment', 'local-user=11111111-1111-4111-8111-1111111111ff'],
    ])('a cookie %s counts as not signed in', (_what, cookie) => {
        expect(client.send('GET', 'WhoAmI', undefined, { cookie }).json['UserId']).toBe(USERS.admin);
    });

    test('a cookie of a user who was disabled counts as not signed in', () => {
        const other = aClient();
        other.send('PATCH', `systemusers(${USERS.nadia})`, { isdisabled: true });
        const cookie = `local-user=${USERS.nadia}`;
        expect(other.send('GET', 'WhoAmI', undefined, { cookie }).json['UserId']).toBe(USERS.admin);
        expect(other.send('GET', 'WhoAmI', undefined, { MSCRMCallerID: USERS.nadia }).status).toBe(403);
        other.close();
    });

    test('a customizer cannot make himself an administrator', () => {
        const reply = client.send(
            'POST',
            `systemusers(${USERS.maker})/systemuserroles_association/$ref`,
            { '@odata.id': 'roles(627090ff-40a3-4053-8790-584edc5be201)' },
            { MSCRMCallerID: USERS.maker },
        );
        expect(reply.status).toBe(403);
        expect(reply.json.error?.message).toContain('prvAssignRole');
    });
});
