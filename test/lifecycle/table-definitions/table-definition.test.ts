import { shownIn, valueIn, written, selectOf } from '../../../lifecycle/table-definitions/column-value';
import {
    readActivityTables,
    readEntitySets,
    readTableDefinition,
} from '../../../lifecycle/table-definitions/read-table-definition';
import { aColumn, aLookup, aTable } from '../qualify/a-qualification';

const label = (text: string): unknown => ({ UserLocalizedLabel: { Label: text } });
const attribute = (LogicalName: string, AttributeType: string, rest: object = {}): object => ({
    LogicalName,
    AttributeType,
    DisplayName: label(`<${LogicalName}>`),
    IsValidForCreate: true,
    IsValidForUpdate: false,
    ...rest,
});
const DEFINITION = {
    LogicalName: 'lead',
    EntitySetName: 'leads',
    PrimaryIdAttribute: 'leadid',
    PrimaryNameAttribute: 'fullname',
    DisplayName: label('Lead'),
    Attributes: [
        attribute('subject', 'String'),
        attribute('industrycode', 'Picklist'),
        attribute('donotphone', 'Boolean'),
        attribute('ownerid', 'Owner'),
        attribute('customerid', 'Customer', { DisplayName: { UserLocalizedLabel: null } }),
    ],
    ManyToOneRelationships: [
        {
            ReferencingAttribute: 'customerid',
            ReferencedEntity: 'account',
            ReferencingEntityNavigationPropertyName: 'customerid_account',
        },
        {
            ReferencingAttribute: 'customerid',
            ReferencedEntity: 'contact',
            ReferencingEntityNavigationPropertyName: 'customerid_contact',
        },
        {
            ReferencingAttribute: 'ownerid',
            ReferencedEntity: 'owner',
            ReferencingEntityNavigationPropertyName: 'ownerid',
        },
    ],
};

describe('a table’s definition', () => {
    const table = readTableDefinition([
        DEFINITION,
        { value: [{ LogicalName: 'donotphone', DefaultValue: false }] },
        {
            value: [
                {
                    LogicalName: 'industrycode',
                    DefaultFormValue: -1,
                    OptionSet: { Options: [{ Value: 1, Label: label('Accounting') }] },
                },
            ],
        },
        { value: [{ LogicalName: 'subject', MaxLength: 300 }] },
    ]);

    it('tells labels, lengths, choices and defaults', () => {
        expect(table).toMatchObject({ logicalName: 'lead', entitySet: 'leads', primaryId: 'leadid', label: 'Lead' });
        expect(table.columns.get('subject')).toMatchObject({ label: '<subject>', maxLength: 300, options: null });
        expect(table.columns.get('industrycode')).toMatchObject({ defaultValue: null });
        expect(table.columns.get('industrycode')?.options?.get(1)).toBe('Accounting');
        expect(table.columns.get('donotphone')).toMatchObject({ defaultValue: false, validForUpdate: false });
        expect(table.columns.get('customerid')?.label).toBe('customerid');
    });

    it('tells by which name each table is referred to; owners by the column’s', () => {
        expect(table.columns.get('customerid')?.navigation).toEqual({
            account: 'customerid_account',
            contact: 'customerid_contact',
        });
        expect(table.columns.get('ownerid')?.navigation).toEqual({ systemuser: 'ownerid', team: 'ownerid' });
    });

    it('is not read from anything else', () => {
        expect(() => readTableDefinition([{ value: [] }])).toThrow(/no definition of a table/);
    });

    it('names entity sets and activities', () => {
        expect(
            readEntitySets({ value: [{ LogicalName: 'lead', EntitySetName: 'leads' }, { LogicalName: 'odd' }] }),
        ).toEqual({
            lead: 'leads',
        });
        const activities = readActivityTables({
            value: [
                {
                    LogicalName: 'task',
                    EntitySetName: 'tasks',
                    ManyToOneRelationships: [
                        { ReferencingEntityNavigationPropertyName: 'regardingobjectid_opportunity_task' },
                    ],
                },
                { LogicalName: 'odd', EntitySetName: 'odds', ManyToOneRelationships: [] },
            ],
        });
        expect([...activities]).toEqual([
            ['task', { entitySet: 'tasks', regardingOpportunity: 'regardingobjectid_opportunity_task' }],
        ]);
    });
});

describe('a column’s value', () => {
    const customer = aLookup('customerid', { account: 'customerid_account', contact: 'customerid_contact' });
    const row = {
        name: ' ',
        _customerid_value: 'A1',
        '_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
        '_customerid_value@OData.Community.Display.V1.FormattedValue': 'Northwind',
    };

    it('of a lookup is the row that it refers to, as far as its table is known', () => {
        expect(valueIn(row, customer)).toEqual({ table: 'account', id: 'a1' });
        expect(shownIn(row, customer)).toBe('Northwind');
        expect(valueIn({ _customerid_value: 'A1' }, customer)).toBeNull();
        expect(valueIn({ _parentid_value: 'A1' }, aLookup('parentid', { account: 'parentid' }))).toEqual({
            table: 'account',
            id: 'a1',
        });
    });

    it('is nothing when it is blank', () => {
        expect(valueIn(row, aColumn('name'))).toBeNull();
        expect(shownIn(row, aColumn('name'))).toBe('');
    });

    it('is written plainly, a reference by its navigation property', () => {
        expect(written(aColumn('name'), 'Vans', {})).toEqual({ name: 'Vans' });
        const sets = { account: 'accounts' };
        expect(written(customer, { table: 'account', id: 'a1' }, sets)).toEqual({
            'customerid_account@odata.bind': '/accounts(a1)',
        });
        expect(written(customer, { table: 'lead', id: 'l1' }, sets)).toEqual({});
        expect(written(customer, null, sets)).toEqual({});
    });

    it('is selected under the name that the Web API answers it with', () => {
        const table = aTable('opportunity', 'opportunities', [aColumn('name'), customer]);
        expect(selectOf(table, ['name', 'customerid', 'name', 'nosuchcolumn'])).toBe('name,_customerid_value');
    });
});
