import fc from 'fast-check';
import type { Row, RowReference, Value } from '../../../../local/dataverse/pipeline/types';
import { aGarden, ADMINISTRATOR, as, FRENCH_SELLER, SELLER, type Garden } from './a-garden';

let garden: Garden;
beforeAll(() => {
    garden = aGarden();
});
afterAll(() => garden.local.close());

const read = (id: string, columns?: readonly string[]) =>
    garden.local.organization.retrieve('gdn_plant', id, columns, as(ADMINISTRATOR));
const create = (row: Row, user = SELLER) =>
    garden.local.organization.create('gdn_plant', { gdn_name: 'Lupin', ...row }, as(user));

/** Runs a plug-in on creation, and takes it away again. */
function withPlugin<Result>(expression: string, work: () => Result): Result {
    const step = garden.addPlugin({ message: 'Create', expression });
    try {
        return work();
    } finally {
        garden.local.organization.delete('sdkmessageprocessingstep', step, as(ADMINISTRATOR));
    }
}

const CONTACT = 'cccccccc-0000-4000-8000-000000000002';
const ACCOUNT = 'cccccccc-0000-4000-8000-000000000003';
beforeAll(() => {
    garden.local.organization.create('contact', { contactid: CONTACT, lastname: 'Laurent' }, as(SELLER));
    garden.local.organization.create('account', { accountid: ACCOUNT, name: 'Nursery' }, as(SELLER));
});

/** The column after one passed through a formula that sets it to what it is. */
const COLUMNS: Readonly<Record<string, fc.Arbitrary<Value>>> = {
    gdn_notes: fc.constantFrom('a', 'Écluse "x"', 'two\nlines', null),
    gdn_height: fc.constantFrom(0, 1, 5000, null),
    gdn_seeds: fc.constantFrom(0, 123456789012, null),
    gdn_acidity: fc.constantFrom(0.1, 6.5, 14.5, null),
    gdn_latitude: fc.constantFrom(-89.12345, 0.1, null),
    gdn_price: fc.constantFrom(0.01, 12.5, 1000000.99, null),
    gdn_sownon: fc.constantFrom('2024-02-29', '1999-12-31', null),
    gdn_wateredat: fc.constantFrom('2026-03-29T00:59:59Z', '2026-07-01T23:30:00Z', '2026-12-31T23:59:59Z', null),
    gdn_ishardy: fc.constantFrom(true, false, null),
    gdn_colour: fc.constantFrom(123450000, 123450001, null),
    gdn_season: fc.constantFrom(123450000, null),
    gdn_seasons: fc.constantFrom<Value>([123450000], [123450000, 123450001], null),
    gdn_key: fc.constantFrom('0f0f0f0f-0000-4000-8000-000000000001', null),
    gdn_contactid: fc.constantFrom<Value>({ table: 'contact', id: CONTACT }, null),
    gdn_customerid: fc.constantFrom<Value>({ table: 'contact', id: CONTACT }, { table: 'account', id: ACCOUNT }, null),
};

it('a value of each column survives the way into a formula and back, for users of different time zones', () => {
    const columns = Object.keys(COLUMNS);
    const same = columns.map((column) => `Set(NewRecord.${column}, NewRecord.${column})`).join('; ');
    withPlugin(same, () =>
        fc.assert(
            fc.property(fc.record(COLUMNS), fc.constantFrom(SELLER, FRENCH_SELLER, ADMINISTRATOR), (row, user) => {
                const found = read(create(row, user), columns);
                const id = (value: Value | undefined) => (value as RowReference | null)?.id ?? null;
                for (const [column, value] of Object.entries(row)) {
                    const stored = found[column];
                    if (column.endsWith('id')) expect([column, id(stored)]).toEqual([column, id(value)]);
                    else expect([column, stored]).toEqual([column, value]);
                }
            }),
            { numRuns: 40 },
        ),
    );
});

it.each([
    ['Value(NewRecord.gdn_colour) = 123450001', { gdn_colour: 123450001 }],
    ['Text(NewRecord.gdn_season) = "Été"', { gdn_season: 123450001 }],
    ['NewRecord.gdn_season = Season.Summer', { gdn_season: 123450001 }],
    ["NewRecord.gdn_colour = 'gdn_Colour (Plants)'.Red", { gdn_colour: 123450000 }],
    ['NewRecord.gdn_Height + 1 = 21', { gdn_height: 20 }],
    ['NewRecord.gdn_price * 3 = 0.3', { gdn_price: 0.1 }],
    ['NewRecord.gdn_acidity + 0.2 = 0.3', { gdn_acidity: 0.1 }],
    ['DateDiff(NewRecord.gdn_sownon, Date(2026, 3, 8)) = 7', { gdn_sownon: '2026-03-01' }],
    ['Hour(NewRecord.gdn_wateredat) = 12', { gdn_wateredat: '2026-07-01T10:00:00Z' }],
    ['CountRows(NewRecord.gdn_seasons) = 2', { gdn_seasons: [123450000, 123450001] }],
    ['NewRecord.gdn_contactid.lastname = "Laurent"', { gdn_contactid: { table: 'contact', id: CONTACT } }],
    ["CountRows(Filter(Leads, 'Status Reason' = 'Status Reason (Leads)'.Contacted && 'Company Name' = \"A\")) = 0", {}],
    [
        'AsType(NewRecord.gdn_customerid, contacts).lastname = "Laurent"',
        { gdn_customerid: { table: 'contact', id: CONTACT } },
    ],
    ['IsError(AsType(NewRecord.gdn_customerid, accounts).name)', { gdn_customerid: { table: 'contact', id: CONTACT } }],
    ['IsBlank(NewRecord.gdn_contactid)', {}],
    ['IsBlank(NewRecord.gdn_contactid.lastname)', {}],
    ['Viewer.systemuserid = NewRecord.owninguser.systemuserid || IsBlank(NewRecord.owninguser)', {}],
    ['CountRows(Viewer.systemuserroles_association) > 0', {}],
    ['First(First(Viewer.teammembership_association).teamroles_association).name = Blank()', {}],
])('%s holds for %j', (test, row) => {
    withPlugin(`If(Not(${test}), Error("It does not."))`, () => {
        expect(() => create(row as Row, FRENCH_SELLER)).not.toThrow();
    });
});

it.each([
    ['NewRecord.gdn_height', '1.5', 2],
    ['NewRecord.gdn_height', '2.5', 2],
    ['NewRecord.gdn_acidity', '1/3', 0.3],
    ['NewRecord.gdn_sownon', 'Date(2026, 2, 3)', '2026-02-03'],
    ['NewRecord.gdn_wateredat', 'DateTime(2026, 7, 1, 12, 0, 0)', '2026-07-01T10:00:00Z'],
    ['NewRecord.gdn_season', 'Season.Spring', 123450000],
])('Set(%s, %s) stores %j', (target, value, expected) => {
    const column = target.slice(target.indexOf('.') + 1);
    const id = withPlugin(`Set(${target}, ${value})`, () => create({}, FRENCH_SELLER));
    expect(read(id, [column])[column]).toEqual(expected);
});

it('a row that a formula found is what a lookup is set to', () => {
    const id = withPlugin('Set(NewRecord.gdn_contactid, LookUp(contacts, lastname = "Laurent"))', () => create({}));
    expect(read(id, ['gdn_contactid'])['gdn_contactid']).toMatchObject({ table: 'contact', id: CONTACT });
});
