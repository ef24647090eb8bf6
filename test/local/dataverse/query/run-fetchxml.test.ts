import { aWorld, column, MILAN, NADIA, SAM, type World } from './a-world';

let world: World;
const ids: Record<string, string> = {};

beforeAll(() => {
    world = aWorld();
    const { create } = world;
    const account = create('account', { name: 'Émile & Söhne', address1_city: 'Lyon' });
    ids['account'] = account;
    const lead = (
        lastname: string,
        more: Record<string, string | number | boolean | null | { table: string; id: string }> = {},
    ): void => {
        ids[lastname] = create('lead', { subject: `About ${lastname}`, lastname, ...more });
    };
    lead('Alpha', {
        companyname: 'Müller',
        estimatedamount: 100,
        ownerid: { table: 'systemuser', id: SAM },
        parentaccountid: { table: 'account', id: account },
    });
    lead('Beta', { companyname: 'MULLER', estimatedamount: 300, leadqualitycode: 1 });
    lead('Gamma', { leadqualitycode: 3 });
    create('task', { subject: 'Call back', regardingobjectid: { table: 'lead', id: ids['Alpha'] ?? '' } });
    const competitor = create('competitor', { name: 'Rival' });
    world.dataverse.organization.associate(
        'leadcompetitors_association',
        { table: 'lead', id: ids['Beta'] ?? '' },
        [{ table: 'competitor', id: competitor }],
        world.context,
    );
    // Rows cannot be created in the past by request; queries about dates need some that were.
    const created = world.dataverse.environment.store.prepare('UPDATE lead SET createdon = ? WHERE leadid = ?');
    created.run('2026-11-21T22:30:00Z', ids['Alpha']);
    created.run('2026-11-21T23:15:00Z', ids['Beta']);
    created.run('2026-10-01T12:00:00Z', ids['Gamma']);
});

afterAll(() => world.dataverse.close());

const leads = (filter: string, more = ''): readonly unknown[] =>
    column(
        world.fetch(
            `<entity name="lead"><attribute name="lastname"/><order attribute="lastname"/>${more}<filter>${filter}</filter></entity>`,
        ),
        'lastname',
    );
const condition = (attribute: string, operator: string, value?: string): string =>
    `<condition attribute="${attribute}" operator="${operator}"${value === undefined ? '' : ` value="${value}"`}/>`;

describe('FetchXML over real rows', () => {
    it.each([
        ['eq ignores case and accents', condition('companyname', 'eq', 'muller'), ['Alpha', 'Beta']],
        ['ne brings rows without a value too', condition('companyname', 'ne', 'muller'), ['Gamma']],
        ['like takes wildcards', condition('lastname', 'like', '%a%p%'), ['Alpha']],
        ['like takes character sets', condition('lastname', 'like', '[ab]%'), ['Alpha', 'Beta']],
        ['begins-with', condition('lastname', 'begins-with', 'ga'), ['Gamma']],
        ['not-begin-with', condition('lastname', 'not-begin-with', 'ga'), ['Alpha', 'Beta']],
        ['null', condition('companyname', 'null'), ['Gamma']],
        [
            'between',
            condition('estimatedamount', 'between').replace('/>', '><value>50</value><value>150</value></condition>'),
            ['Alpha'],
        ],
        [
            'in',
            '<condition attribute="leadqualitycode" operator="in"><value>1</value><value>3</value></condition>',
            ['Beta', 'Gamma'],
        ],
        ['in, in one attribute', condition('leadqualitycode', 'in', '1,3'), ['Beta', 'Gamma']],
        ['eq-userid', condition('ownerid', 'eq-userid'), ['Beta', 'Gamma']],
        ['ne-userid', condition('ownerid', 'ne-userid'), ['Alpha']],
        [
            'the name of a lookup',
            condition('parentaccountidname', 'eq', 'emile & sohne').replace('&', '&amp;'),
            ['Alpha'],
        ],
        ['the name of an owner', condition('owneridname', 'like', 'sam%'), ['Alpha']],
        ['the label of a choice', condition('leadqualitycodename', 'eq', 'hot'), ['Beta']],
        ['a computed column', condition('fullname', 'eq', 'GAMMA'), ['Gamma']],
        ['braces around a GUID', `<condition attribute="parentaccountid" operator="not-null"/>`, ['Alpha']],
    ])('%s', (_name, filter, expected) => {
        expect(leads(filter)).toEqual(expected);
    });

    it.each([
        // 23:30 UTC is half past midnight of the 22nd in Berlin; so is 23:15, but 22:30 is the 21st.
        ['today', undefined, ['Beta']],
        ['yesterday', undefined, ['Alpha']],
        ['this-week', undefined, ['Beta']],
        ['last-week', undefined, ['Alpha']],
        ['this-month', undefined, ['Alpha', 'Beta']],
        ['last-x-hours', '1', ['Alpha', 'Beta']],
        ['last-x-days', '1', ['Alpha', 'Beta']],
        ['olderthan-x-days', '30', ['Gamma']],
        ['olderthan-x-months', '2', []],
        ['on', '2026-11-21', ['Alpha']],
        ['on-or-after', '2026-11-22', ['Beta']],
        ['on-or-before', '2026-11-21', ['Alpha', 'Gamma']],
        ['this-year', undefined, ['Alpha', 'Beta', 'Gamma']],
        ['next-x-days', '3', []],
        ['last-seven-days', undefined, ['Alpha', 'Beta']],
    ])('%s %s counts days on the clock of the asking user', (operator, value, expected) => {
        expect(leads(condition('createdon', operator, value))).toEqual(expected);
    });

    it('joins inner and outer, and names columns of a link after its alias', () => {
        const link = (type: string): string =>
            `<entity name="lead"><attribute name="lastname"/><order attribute="lastname"/><link-entity name="account" from="accountid" to="parentaccountid" alias="a" link-type="${type}"><attribute name="name"/></link-entity></entity>`;
        expect(column(world.fetch(link('inner')), 'a.name')).toEqual(['Émile & Söhne']);
        expect(column(world.fetch(link('outer')), 'a.name')).toEqual(['Émile & Söhne', null, null]);
    });

    it('finds rows with and without related ones', () => {
        const link = (type: string, inner = ''): string =>
            `<link-entity name="task" from="regardingobjectid" to="leadid" link-type="${type}">${inner}</link-entity>`;
        expect(leads(link('any'))).toEqual(['Alpha']);
        expect(leads(link('not any'))).toEqual(['Beta', 'Gamma']);
        expect(
            leads(
                condition('lastname', 'not-null'),
                link('exists', `<filter>${condition('subject', 'like', 'call%')}</filter>`),
            ),
        ).toEqual(['Alpha']);
        expect(leads(link('all', `<filter>${condition('subject', 'eq', 'other')}</filter>`))).toEqual(['Alpha']);
    });

    it('goes through an intersect table to rows of a many-to-many relationship', () => {
        const result = world.fetch(
            `<entity name="competitor"><attribute name="name"/><link-entity name="leadcompetitors" from="competitorid" to="competitorid" intersect="true"><link-entity name="lead" from="leadid" to="leadid" alias="bb"><filter>${condition('lastname', 'eq', 'beta')}</filter></link-entity></link-entity></entity>`,
        );
        expect(column(result, 'name')).toEqual(['Rival']);
    });

    it('groups, counts and sums; dates are grouped on the calendar of the user', () => {
        const grouped = world.fetch(
            '<entity name="lead"><attribute name="leadid" alias="n" aggregate="count"/><attribute name="estimatedamount" alias="sum" aggregate="sum"/><attribute name="createdon" alias="day" groupby="true" dategrouping="day"/><order alias="day"/></entity>',
            'aggregate="true"',
        );
        expect(grouped.rows).toEqual([
            { n: 1, sum: null, day: 1 },
            { n: 1, sum: 100, day: 21 },
            { n: 1, sum: 300, day: 22 },
        ]);
        const byOwner = world.fetch(
            '<entity name="lead"><attribute name="leadid" alias="n" aggregate="countcolumn" distinct="true"/><attribute name="ownerid" alias="owner" groupby="true"/><order alias="n"/></entity>',
            'aggregate="true"',
        );
        expect(byOwner.rows.map(({ n, owner }) => [n, owner])).toEqual([
            [1, { table: 'systemuser', id: SAM, name: 'Sam Rivera' }],
            [2, { table: 'systemuser', id: world.context.userId, name: 'Avery Stone' }],
        ]);
    });

    it('pages in a stable order, with a cookie, and counts all rows when asked', () => {
        const page = (number: number) =>
            world.fetch(
                '<entity name="lead"><attribute name="lastname"/><order attribute="statecode"/></entity>',
                `count="2" page="${number}" returntotalrecordcount="true"`,
            );
        const [first, second] = [page(1), page(2)];
        expect([first.moreRecords, second.moreRecords]).toEqual([true, false]);
        expect(first.totalCount).toBe(3);
        expect(first.pagingCookie).toMatch(
            /^<cookie page="1"><leadid last="\{[0-9A-F-]{36}\}" first="\{[0-9A-F-]{36}\}" \/><\/cookie>$/,
        );
        expect(new Set([...column(first, 'lastname'), ...column(second, 'lastname')]).size).toBe(3);
    });

    it('orders by what a user reads: names of lookups, labels of choices', () => {
        const ordered = (attribute: string, fetch = ''): readonly unknown[] =>
            column(
                world.fetch(
                    `<entity name="lead"><attribute name="lastname"/><order attribute="${attribute}"/><order attribute="lastname"/></entity>`,
                    fetch,
                ),
                'lastname',
            );
        expect(ordered('ownerid')).toEqual(['Beta', 'Gamma', 'Alpha']);
        // Cold (3), Hot (1), Warm (2)
        expect(ordered('leadqualitycode')).toEqual(['Gamma', 'Beta', 'Alpha']);
        expect(ordered('leadqualitycode', 'useraworderby="true"')).toEqual(['Beta', 'Alpha', 'Gamma']);
    });

    it('shows users only the rows they may read, in links and in existence tests too', () => {
        // A customizer reads leads of his own only, and all competitors.
        const milan = world.as(MILAN);
        const own = milan.create('lead', { lastname: 'Own' });
        const rows = '<entity name="lead"><attribute name="lastname"/></entity>';
        expect(column(milan.fetch(rows), 'lastname')).toEqual(['Own']);
        const rivals = (inner: string): readonly unknown[] =>
            milan
                .fetch(
                    `<entity name="competitor"><attribute name="name"/><link-entity name="leadcompetitors" from="competitorid" to="competitorid" intersect="true" link-type="outer"><link-entity name="lead" from="leadid" to="leadid" alias="l" link-type="outer"><attribute name="lastname"/></link-entity></link-entity>${inner}</entity>`,
                )
                .rows.map((row) => row['l.lastname']);
        expect(rivals('')).toEqual([null]);
        world.dataverse.organization.delete('lead', own, world.context);
    });

    it('compares and answers labels in the language of the user', () => {
        const french = world.as(NADIA);
        const result = french.fetch(
            '<entity name="lead"><attribute name="statecodename"/><filter><condition attribute="lastname" operator="eq" value="alpha"/></filter></entity>',
        );
        const state = french.dataverse.environment.metadata.table('lead').columns.get('statecode');
        const label = state?.optionSet?.options.find(({ value }) => value === 0)?.label[1036];
        expect(label).toBeTruthy();
        expect(column(result, 'statecodename')).toEqual([label]);
    });

    it.each([
        [
            '<entity name="lead"><attribute name="nothing"/></entity>',
            "'Lead' entity doesn't contain attribute with Name = 'nothing'",
        ],
        ['<entity name="nothing"/>', "The entity with a name = 'nothing' was not found"],
        [
            '<entity name="lead"><filter><condition attribute="ownerid" operator="under" value="x"/></filter></entity>',
            'The FetchXML operator "under" is not supported here',
        ],
        [
            '<entity name="lead"><filter><condition attribute="ownerid" operator="approximately"/></filter></entity>',
            '"approximately" is not a condition operator',
        ],
        [
            '<entity name="lead"><filter><condition attribute="ownerid" operator="eq"/></filter></entity>',
            '"eq" on "ownerid" needs one value, not 0 (element <condition>, line 1',
        ],
        [
            '<entity name="lead"><filter><condition attribute="ownerid" operator="eq" value="Sam"/></filter></entity>',
            'The value "Sam" for "ownerid" is not a GUID',
        ],
        [
            '<entity name="lead"><filter><condition entityname="x" attribute="name" operator="null"/></filter></entity>',
            'no <link-entity> has the alias "x"',
        ],
        ['<entity name="lead">', 'Invalid FetchXML'],
        ['<entity name="lead"><attribute name=subject/></entity>', 'Invalid FetchXML'],
    ])('refuses %s and says why', (inner, reason) => {
        expect(() => world.fetch(inner)).toThrow(reason);
    });

    it('treats values as values, whatever they hold', () => {
        expect(leads(condition('lastname', 'eq', "x' OR 1=1 --"))).toEqual([]);
        expect(leads(condition('lastname', 'like', '&quot;%&quot;'))).toEqual([]);
    });
});
