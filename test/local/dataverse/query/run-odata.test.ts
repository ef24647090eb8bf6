import { aWorld, column, type World } from './a-world';

let world: World;

beforeAll(() => {
    world = aWorld();
    const { create } = world;
    const account = create('account', { name: 'Contoso', numberofemployees: 12 });
    const contact = create('contact', {
        firstname: 'Yvonne',
        lastname: 'McKay',
        parentcustomerid: { table: 'account', id: account },
    });
    world.dataverse.organization.update(
        'account',
        account,
        { primarycontactid: { table: 'contact', id: contact } },
        world.context,
    );
    create('account', { name: 'Fabrikam', numberofemployees: 40, donotphone: true });
    create('account', { name: 'Adatum' });
    for (const subject of ['One', 'Two']) {
        create('task', {
            subject,
            prioritycode: subject === 'One' ? 2 : 1,
            regardingobjectid: { table: 'account', id: account },
        });
    }
});

afterAll(() => world.dataverse.close());

const accounts = (filter: string): readonly unknown[] =>
    column(world.odata('account', { select: 'name', filter, orderby: 'name' }), 'name');

describe('OData over real rows', () => {
    it.each([
        ["name eq 'CONTOSO'", ['Contoso']],
        ["contains(name,'a') and not startswith(name,'a')", ['Fabrikam']],
        ["contains(name,'a') eq false", ['Contoso']],
        ['numberofemployees gt 12', ['Fabrikam']],
        ['12 lt numberofemployees', ['Fabrikam']],
        ['numberofemployees eq null', ['Adatum']],
        ['numberofemployees ne null', ['Contoso', 'Fabrikam']],
        ['numberofemployees ne 12', ['Adatum', 'Fabrikam']],
        ['numberofemployees in (12,40)', ['Contoso', 'Fabrikam']],
        ['donotphone eq true', ['Fabrikam']],
        ['donotphone', ['Fabrikam']],
        ["primarycontactid/fullname eq 'yvonne mckay'", ['Contoso']],
        ["primarycontactid/parentcustomerid_account/name eq 'Contoso'", ['Contoso']],
        ['primarycontactid/contactid eq null', ['Adatum', 'Fabrikam']],
        ['_primarycontactid_value ne null', ['Contoso']],
        ["Account_Tasks/any(t:t/subject eq 'one')", ['Contoso']],
        ['Account_Tasks/any()', ['Contoso']],
        ['not Account_Tasks/any()', ['Adatum', 'Fabrikam']],
        ['Account_Tasks/all(t:t/prioritycode eq 2)', ['Adatum', 'Fabrikam']],
        [
            "contact_customer_accounts/any(c:c/lastname eq 'McKay' and c/parentcustomerid_account/name eq 'contoso')",
            ['Contoso'],
        ],
        [
            "Microsoft.Dynamics.CRM.In(PropertyName='numberofemployees',PropertyValues=['12','40'])",
            ['Contoso', 'Fabrikam'],
        ],
        ['Microsoft.Dynamics.CRM.Between(PropertyName=\'numberofemployees\',PropertyValues=["1","20"])', ['Contoso']],
        ["Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')", ['Adatum', 'Contoso', 'Fabrikam']],
        ["Microsoft.Dynamics.CRM.OlderThanXHours(PropertyName='createdon',PropertyValue=1)", []],
    ])('$filter=%s', (filter, expected) => {
        expect(accounts(filter)).toEqual(expected);
    });

    it('orders by several columns, through lookups too', () => {
        const names = column(
            world.odata('account', { select: 'name', orderby: 'primarycontactid/lastname desc,name desc' }),
            'name',
        );
        expect(names).toEqual(['Contoso', 'Fabrikam', 'Adatum']);
    });

    it('groups and aggregates by $apply', () => {
        const result = world.odata('account', {
            apply: 'groupby((donotphone),aggregate(numberofemployees with sum as people,$count as n))',
            orderby: 'n',
        });
        expect(result.rows).toEqual([
            { donotphone: true, people: 40, n: 1 },
            { donotphone: false, people: 12, n: 2 },
        ]);
    });

    it.each([
        [
            { filter: 'nothing eq 1' },
            "Could not find a property named 'nothing' on type 'Microsoft.Dynamics.CRM.account'",
        ],
        [{ select: 'nothing' }, "Could not find a property named 'nothing'"],
        [{ skip: '1' }, 'Skip Clause is not supported in CRM'],
        [{ filter: 'Account_Tasks/subject eq 1' }, "The collection 'Account_Tasks' in a path without any() or all()"],
        [{ filter: "tolower(name) eq 'x'" }, 'The filter function "tolower" is not supported here'],
        [{ filter: "numberofemployees eq 'many'" }, 'The value "many" for "numberofemployees" is not a number'],
        [
            { filter: "Microsoft.Dynamics.CRM.Under(PropertyName='accountid',PropertyValue='x')" },
            'The query function "Microsoft.Dynamics.CRM.Under" is not supported here',
        ],
        [{ filter: "Account_Tasks/any(t:name eq 'x')" }, "'name' is not about the related row"],
        [{ top: '-1' }, "Invalid value '-1' for $top"],
        [{ inlinecount: 'x' }, 'The query parameter $inlinecount is not supported'],
    ])('refuses %j', (options, reason) => {
        expect(() => world.odata('account', options as unknown as Record<string, string>)).toThrow(reason);
    });
});
