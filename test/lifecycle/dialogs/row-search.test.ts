import { Table } from '../../../lifecycle/columns';
import { foundRows, searchAddress, type FoundRow, type SearchedTable } from '../../../lifecycle/dialogs/row-search';
import { bodiesOf } from '../../../lifecycle/web-api/web-api';
import { aRealDataverse, type RealDataverse, type RealHost } from '../real-dataverse';

jest.setTimeout(60_000);

describe('the search for rows by name', () => {
    let dataverse: RealDataverse;
    let host: RealHost;

    beforeAll(async () => {
        dataverse = await aRealDataverse();
        host = await dataverse.host();
        await dataverse.add('accounts', { name: "O'Neill & Söhne 100% #1", address1_city: 'Ulm' });
        await dataverse.add('contacts', { firstname: 'Amelie', lastname: 'Bauer', emailaddress1: 'a@bauer.example' });
        await dataverse.add('competitors', { name: 'Fourth Coffee' });
    });

    afterAll(() => dataverse.close());

    async function search(table: SearchedTable, text: string): Promise<readonly FoundRow[]> {
        const [body] = bodiesOf(await host.webApi.read([searchAddress(table, text)]));
        return foundRows(table, body);
    }

    const named = async (table: SearchedTable, text: string): Promise<readonly (readonly string[])[]> =>
        (await search(table, text)).map(({ name, detail }) => [name, detail]);

    it('finds users, accounts, contacts, currencies and competitors in a real Dataverse', async () => {
        expect(await named(Table.systemUser, 'nadia')).toEqual([['Nadia Laurent', expect.stringContaining('@')]]);
        expect(await named(Table.account, 'söhne')).toEqual([["O'Neill & Söhne 100% #1", 'Ulm']]);
        expect(await named(Table.contact, 'bauer')).toEqual([['Amelie Bauer', 'a@bauer.example']]);
        expect(await named(Table.competitor, 'coffee')).toEqual([['Fourth Coffee', '']]);
        expect((await named(Table.currency, '')).length).toBeGreaterThan(0);
    });

    it.each(["O'Neill", "'", '& S', '100%', '#1', "Neill & Söhne 100% #1'"])('takes %s for a text', async (text) => {
        const found = await named(Table.account, text);
        expect(found.length).toBe(text.endsWith("1'") ? 0 : 1);
    });

    it('offers the first by name for no text, and no one who has left', async () => {
        const before = await search(Table.systemUser, ' ');
        expect(before.map(({ name }) => name)).toEqual([...before.map(({ name }) => name)].sort());
        const someone = before.find(({ name }) => name === 'Nadia Laurent');
        if (!someone) throw new Error('Nadia was not found.');
        await dataverse.update(`systemusers(${someone.id})`, { isdisabled: true });
        expect((await search(Table.systemUser, '')).map(({ id }) => id)).not.toContain(someone.id);
    });
});
