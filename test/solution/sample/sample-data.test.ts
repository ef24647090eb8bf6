import { activityRequests } from '../../../solution/sample/activities';
import { disqualificationRequests } from '../../../solution/sample/closed-leads';
import { customers } from '../../../solution/sample/customers';
import type { SampleEnvironment } from '../../../solution/sample/environment';
import { leads } from '../../../solution/sample/leads';
import { Random } from '../../../solution/sample/random';

const TODAY = new Date('2026-03-02T08:00:00Z');
const environment: SampleEnvironment = {
    owners: { seller: 'seller', secondSeller: 'second', manager: 'manager' },
    currencies: new Map([
        ['EUR', 'eur'],
        ['JPY', 'jpy'],
    ]),
    reasons: [{ id: 'timing', statusCode: 6, noteRequired: true, revisitAfterDays: 180 }],
};

function sample(seed = 1) {
    const random = new Random(seed);
    const existing = customers(random, 50);
    return { random, existing, list: leads(random, 800, existing, environment, TODAY) };
}

describe('the sample data', () => {
    it('is the same every time for the same day', () => {
        expect(sample().list).toEqual(sample().list);
    });

    it('gives every lead an id of its own', () => {
        const ids = sample().list.map((lead) => lead.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids)
            expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    });

    it('has leads of companies and people that exist already', () => {
        const { list, existing } = sample();
        const known = new Set(existing.map(({ company }) => company.name));
        const people = new Set(existing.map(({ person }) => person.email));
        expect(list.filter((lead) => known.has(lead.company.name)).length).toBeGreaterThan(20);
        expect(list.filter((lead) => people.has(lead.person.email)).length).toBeGreaterThan(5);
    });

    it('comes from several countries and alphabets', () => {
        const { list } = sample();
        expect(new Set(list.map((lead) => lead.company.country.country)).size).toBe(12);
        const names = list.map((lead) => lead.person.lastName).join('');
        for (const script of ['Latin', 'Greek', 'Cyrillic', 'Arabic', 'Han', 'Devanagari']) {
            expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
        }
    });

    it('writes mail addresses in plain letters', () => {
        for (const { person } of sample().list) expect(person.email).toMatch(/^[a-z0-9]+\.[a-z0-9]+@[a-z0-9.]+$/);
    });

    it('fits every text into its column', () => {
        for (const { body } of sample().list) {
            expect(String(body['companyname']).length).toBeLessThanOrEqual(100);
            expect(String(body['mobilephone'] ?? '').length).toBeLessThanOrEqual(20);
            expect(String(body['telephone1']).length).toBeLessThanOrEqual(50);
        }
    });

    it('knows everything of a lead that is to be qualified', () => {
        for (const { fate, body } of sample().list) {
            if (fate !== 'qualified') continue;
            expect(body).toMatchObject({ decisionmaker: true });
            for (const column of ['budgetamount', 'need', 'purchasetimeframe']) expect(body).toHaveProperty(column);
        }
    });

    it('has next activities both due and overdue', () => {
        const { random, list } = sample();
        const due = list
            .filter((lead) => lead.fate === 'open')
            .flatMap((lead) => activityRequests(random, lead, TODAY))
            .map(({ body }) => JSON.stringify(body))
            .map((body) => /"scheduledend":"(\d{4}-\d\d-\d\d)/.exec(body)?.[1] ?? '');
        expect(due.some((day) => day > '2026-03-02')).toBe(true);
        expect(due.some((day) => day !== '' && day < '2026-03-02')).toBe(true);
    });

    it('closes a disqualified lead with a reason, the note it demands, and a history row', () => {
        const { random, list } = sample();
        const closed = list.filter((lead) => lead.fate === 'disqualified');
        const requests = disqualificationRequests(random, closed, environment, TODAY);
        expect(requests).toHaveLength(2 * closed.length);
        expect(requests[0]?.body).toMatchObject({
            statecode: 2,
            statuscode: 6,
            'llc_DisqualificationReasonId@odata.bind': '/llc_disqualificationreasons(timing)',
            llc_disqualificationnote: expect.stringMatching(/./),
        });
        expect(requests[1]).toMatchObject({ path: 'llc_statushistories', body: { llc_tostatuscode: 6 } });
    });
});
