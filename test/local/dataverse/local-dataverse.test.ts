import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalDataverse } from '../../../local/dataverse/local-dataverse';
import { USERS, aLead, as, refusalCode } from './pipeline/an-environment';

const seller = as(USERS.seller);

it('keeps rows from one run to the next, and throws them away when it starts fresh', () => {
    const folder = mkdtempSync(join(tmpdir(), 'local-dataverse-'));
    const path = join(folder, 'environment.db');
    try {
        const first = createLocalDataverse({ path });
        const id = first.organization.create('lead', aLead(), seller);
        first.close();
        const second = createLocalDataverse({ path });
        expect(second.organization.retrieve('lead', id, ['fullname'], seller)).toMatchObject({
            fullname: 'Karin Lindqvist',
        });
        second.close();
        const third = createLocalDataverse({ path, fresh: true });
        expect(refusalCode(() => third.organization.retrieve('lead', id, undefined, seller))).toBe('0x80040217');
        third.close();
    } finally {
        rmSync(folder, { recursive: true });
    }
});

it('answers the Web API with the messages of every room', () => {
    const dataverse = createLocalDataverse();
    const ask = (method: string, url: string, body?: unknown) =>
        dataverse.handle({
            method,
            url: `/api/data/v9.2/${url}`,
            headers: { mscrmcallerid: USERS.seller },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
    expect(JSON.parse(String(ask('GET', 'WhoAmI').body))).toMatchObject({ UserId: USERS.seller });
    const id = dataverse.organization.create('lead', aLead(), seller);
    const answer = ask('POST', `leads(${id})/Microsoft.Dynamics.CRM.QualifyLead`, {
        CreateAccount: true,
        CreateContact: true,
        CreateOpportunity: true,
        OpportunityCustomerId: {},
        Status: -1,
    });
    expect(answer.status).toBe(200);
    const { value } = JSON.parse(String(answer.body)) as { value: readonly object[] };
    expect(value.map((row) => Object.keys(row)[1])).toEqual(['accountid', 'contactid', 'opportunityid']);
    const refused = ask('POST', 'ImportSolution', { CustomizationFile: 'AAAA' });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    dataverse.close();
});
