/** A solution of somebody else, from its import by the Web API to the day it leaves. */
import { aFullSolution } from '../local/dataverse/solution/a-full-solution';
import { aSolution } from '../local/dataverse/solution/a-solution';
import { ALL_ANNOTATIONS, aClient, USERS, type Client } from './a-client';

let client: Client;

beforeAll(() => {
    client = aClient();
});
afterAll(() => client.close());

const importZip = (zip: Uint8Array) =>
    client.send('POST', 'ImportSolution', {
        CustomizationFile: Buffer.from(zip).toString('base64'),
        PublishWorkflows: true,
        OverwriteUnmanagedCustomizations: true,
        ImportJobId: 'aaaaaaaa-0000-4000-8000-000000000009',
    });

const PLANT = {
    gdn_name: 'Rosa „Äpfelchen“',
    gdn_notes: 'Line one\nline two',
    gdn_mail: 'rose@garden.example',
    gdn_height: 120,
    gdn_seeds: 9_000_000_000,
    gdn_acidity: 6.54,
    gdn_latitude: 48.13743,
    gdn_price: 12.5,
    gdn_sownon: '2026-03-20',
    gdn_wateredat: '2026-03-20T06:30:00Z',
    gdn_ishardy: false,
    gdn_colour: 123450000,
    gdn_key: '0f0f0f0f-0000-4000-8000-000000000001',
};

describe('another solution', () => {
    let plant: string;

    it('is imported, and once more without a change', () => {
        expect(importZip(aSolution(aFullSolution())).status).toBe(204);
        const metadata = (): string => client.send('GET', '$metadata').text;
        const before = metadata();
        expect(importZip(aSolution(aFullSolution())).status).toBe(204);
        expect(metadata()).toBe(before);
        expect(client.send('GET', "solutions?$filter=uniquename eq 'Garden'").rows).toHaveLength(1);
    });

    it('has a table whose columns of every type keep what they are given', () => {
        const contact = client.create('contacts', { lastname: 'Gärtner' });
        plant = client.create('gdn_plants', {
            ...PLANT,
            'gdn_ContactId@odata.bind': `/contacts(${contact})`,
        });
        const row = client.send('GET', `gdn_plants(${plant})`, undefined, ALL_ANNOTATIONS).json;
        expect(row).toMatchObject({
            ...PLANT,
            gdn_acidity: 6.5,
            statecode: 0,
            statuscode: 1,
            _gdn_contactid_value: contact,
            '_gdn_contactid_value@OData.Community.Display.V1.FormattedValue': 'Gärtner',
            'gdn_colour@OData.Community.Display.V1.FormattedValue': 'Red',
        });
    });

    it('can be asked like any other table', () => {
        const options = "$select=gdn_name&$filter=contains(gdn_name,'APFEL') and gdn_ContactId/lastname eq 'gartner'";
        expect(client.send('GET', `gdn_plants?${options}`).rows).toHaveLength(1);
        const fetch =
            '<fetch><entity name="gdn_plant"><attribute name="gdn_name"/><link-entity name="contact" from="contactid" ' +
            'to="gdn_contactid" alias="c"><attribute name="lastname"/></link-entity></entity></fetch>';
        expect(client.send('GET', `gdn_plants?fetchXml=${encodeURIComponent(fetch)}`).rows[0]).toMatchObject({
            'c.lastname': 'Gärtner',
        });
    });

    it('has rows that are linked many to many', () => {
        const competitor = client.create('competitors', { name: 'Weeds & Co' });
        const body = { '@odata.id': `competitors(${competitor})` };
        expect(client.send('POST', `gdn_plants(${plant})/gdn_plant_competitor/$ref`, body).status).toBe(204);
        expect(client.send('GET', `gdn_plants(${plant})/gdn_plant_competitor?$select=name`).rows).toMatchObject([
            { name: 'Weeds & Co' },
        ]);
    });

    it('can be written about: a note and a task', () => {
        client.create('annotations', { notetext: 'Pruned', 'objectid_gdn_plant@odata.bind': `/gdn_plants(${plant})` });
        client.create('tasks', {
            subject: 'Water',
            'regardingobjectid_gdn_plant_task@odata.bind': `/gdn_plants(${plant})`,
        });
        expect(client.send('GET', `annotations?$filter=_objectid_value eq ${plant}`).rows).toHaveLength(1);
        expect(client.send('GET', `activitypointers?$filter=_regardingobjectid_value eq ${plant}`).rows).toHaveLength(
            1,
        );
    });

    it('is closed to a seller without its role', () => {
        const reply = client.send('GET', 'gdn_plants', undefined, { MSCRMCallerID: USERS.sam });
        expect(reply.status).toBe(403);
        expect(reply.json.error?.message).toMatch(/prvReadgdn_Plant/i);
    });

    it('leaves with its table, and lists of others still work', () => {
        const solution = client.send('GET', "solutions?$select=solutionid&$filter=uniquename eq 'Garden'").rows[0];
        expect(client.send('DELETE', `solutions(${String(solution?.['solutionid'])})`).status).toBe(204);
        expect(client.send('GET', 'gdn_plants').status).toBe(404);
        expect(client.send('GET', `webresourceset?$filter=startswith(name,'gdn_')`).rows).toEqual([]);
        for (const list of ['annotations', 'tasks', 'activitypointers', 'contacts', 'leads']) {
            expect([list, client.send('GET', list, undefined, ALL_ANNOTATIONS).status]).toEqual([list, 200]);
        }
    });
});
