import { prepareQualification } from '../../../lifecycle/qualify/prepare-qualification';
import { readMatch, withMatch } from '../../../lifecycle/qualify/read-match';
import { linkedMatch, mergeOf } from '../../../lifecycle/qualify/propose-choices';
import { Table } from '../../../lifecycle/columns';
import type { Row } from '../../../lifecycle/row';
import { aRealDataverse, aStore, Person, type RealDataverse, type RealHost } from '../real-dataverse';

jest.setTimeout(120_000);

let dataverse: RealDataverse;
let host: RealHost;
beforeAll(async () => {
    dataverse = await aRealDataverse();
    host = await dataverse.host({ keptIn: aStore() });
});
afterAll(() => dataverse.close());

const bySeller = (entitySet: string, columns: Row): Promise<string> => dataverse.add(entitySet, columns, Person.seller);

async function accountsFor(lead: Row): Promise<readonly string[]> {
    const id = await dataverse.addLead({ companyname: null, emailaddress1: null, ...lead });
    const { matches } = await prepareQualification(host, id);
    return matches.account.map(({ name, reasons }) => `${name}: ${reasons.join(', ')}`);
}

async function contactsFor(lead: Row): Promise<readonly string[]> {
    const id = await dataverse.addLead({ companyname: null, emailaddress1: null, ...lead });
    const { matches } = await prepareQualification(host, id);
    return matches.contact.map(({ name, reasons }) => `${name}: ${reasons.join(', ')}`);
}

describe('accounts that a lead may stand for', () => {
    it('are found by company whatever legal form, case and accents they are written with', async () => {
        await bySeller('accounts', { name: 'MUELLERS MÜHLE GmbH & Co. KG' });
        await bySeller('accounts', { name: 'Muellers Bäckerei' });
        expect(await accountsFor({ companyname: 'Muellers Muhle' })).toEqual(['MUELLERS MÜHLE GmbH & Co. KG: company']);
        expect(await accountsFor({ companyname: 'Muellers Mühle AG' })).toEqual([
            'MUELLERS MÜHLE GmbH & Co. KG: company',
        ]);
    });

    it('are found by phone however the number is written', async () => {
        for (const [name, telephone1] of [
            ['German', '089 / 765 43 21'],
            ['French', '01.23.45.67.89'],
            ['American', '(425) 555-0177'],
        ] as const) {
            await bySeller('accounts', { name, telephone1 });
        }
        expect(await accountsFor({ telephone1: '+49 (0)89 7654321' })).toEqual(['German: phone']);
        expect(await accountsFor({ mobilephone: '0033 123456789' })).toEqual(['French: phone']);
        expect(await accountsFor({ telephone2: '+1 425 555 0177 x12' })).toEqual(['American: phone']);
        expect(await accountsFor({ telephone1: '+43 89 7654321 1' })).toEqual([]);
    });

    it('are found by the domain of a company’s address or site, never by that of a provider', async () => {
        await bySeller('accounts', { name: 'By site', websiteurl: 'https://www.tailspin.example/toys' });
        await bySeller('accounts', { name: 'By address', emailaddress1: 'info@tailspin.example' });
        await bySeller('accounts', { name: 'Private', emailaddress1: 'someone@gmail.com' });
        expect(await accountsFor({ emailaddress1: 'jo@tailspin.example' })).toEqual([
            'By address: email-domain',
            'By site: email-domain',
        ]);
        expect(await accountsFor({ emailaddress1: 'jo@gmail.com' })).toEqual([]);
    });

    it('are not those that were put away', async () => {
        const id = await bySeller('accounts', { name: 'Gone with the wind' });
        await dataverse.update(`accounts(${id})`, { statecode: 1, statuscode: 2 });
        expect(await accountsFor({ companyname: 'Gone with the wind' })).toEqual([]);
    });

    it('are found with quotes, signs and letters of all kinds in their names', async () => {
        for (const name of ["L'Oréal & Fils (100 %)", 'Żółć #1 + más?', '株式会社テスト']) {
            await bySeller('accounts', { name });
            expect([name, (await accountsFor({ companyname: name }))[0]]).toEqual([
                name,
                `${name}: company, duplicate-rule`,
            ]);
        }
        expect(host.reported).toEqual([]);
    });
});

describe('contacts that a lead may stand for', () => {
    it('are found by address, by name and by phone, and tell where they work', async () => {
        const account = await bySeller('accounts', { name: 'Fabrikam Inc.' });
        await bySeller('contacts', {
            firstname: 'Zoe',
            lastname: 'Quist',
            'parentcustomerid_account@odata.bind': `/accounts(${account})`,
        });
        await bySeller('contacts', { firstname: 'Otto', lastname: 'Weber', emailaddress2: 'zoe@fabrikam.example' });
        await bySeller('contacts', { firstname: 'Uma', lastname: 'Weber', mobilephone: '+44 20 7946 0018' });
        const lead = {
            firstname: 'Zoé',
            lastname: 'Quist',
            companyname: 'FABRIKAM',
            emailaddress1: 'Zoe@Fabrikam.example',
            telephone1: '020 79460018',
        };
        expect(await contactsFor(lead)).toEqual([
            'Zoe Quist: name, company',
            'Uma Weber: phone',
            'Otto Weber: email, email-domain',
        ]);
    });

    it('are found by the environment’s own rules', async () => {
        await bySeller('contacts', { lastname: 'Rule', emailaddress1: 'rule@rules.example' });
        expect(await contactsFor({ lastname: 'Rule', firstname: 'Ann', emailaddress1: 'rule@rules.example' })).toEqual([
            'Rule: email, duplicate-rule, email-domain',
        ]);
    });
});

describe('a row that the seller has picked', () => {
    it('can be merged like one that was found', async () => {
        const account = await bySeller('accounts', {
            name: 'Picked',
            address1_city: 'Lyon',
            websiteurl: 'picked.example',
        });
        const id = await dataverse.addLead({ companyname: 'Something else', fax: '12' });
        const input = await prepareQualification(host, id);
        const match = await readMatch(host, input, Table.account, account);
        expect(match).toMatchObject({
            id: account,
            name: 'Picked',
            detail: 'Lyon · picked.example',
            score: 0,
            reasons: [],
        });
        const choice = { kind: 'link', id: account } as const;
        const wider = withMatch(input, match);
        expect(linkedMatch(wider, Table.account, choice)).toEqual(match);
        const fields = mergeOf(wider, Table.account, choice).map(({ column, take }) => `${column} ${take}`);
        expect(fields).toEqual(expect.arrayContaining(['name theirs', 'fax lead']));
    });
});
