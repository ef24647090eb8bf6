import { baseMetadata } from '../../../../local/dataverse/base/base-tables';
import { buildMetadata } from '../../../../local/dataverse/metadata/build-metadata';
import { lookupTypeColumn, physicalColumns } from '../../../../local/dataverse/store/columns';

const metadata = buildMetadata(baseMetadata(), []);
const names = (table: string) => physicalColumns(metadata.table(table)).map(({ name }) => name);

describe('physicalColumns', () => {
    it('begins with the primary id', () => {
        expect(names('lead')[0]).toBe('leadid');
    });

    it('stores a second column for lookups that can point to several tables', () => {
        expect(names('lead')).toEqual(
            expect.arrayContaining(['ownerid', 'ownerid:type', 'customerid', 'customerid:type']),
        );
        expect(names('lead')).not.toContain('parentaccountid:type');
        expect(names('annotation')).toContain('objectid:type');
    });

    it('does not store what only shows another column', () => {
        for (const name of ['owneridname', 'owneridtype', 'statuscodename', 'parentaccountidname']) {
            expect(metadata.table('lead').columns.has(name)).toBe(true);
            expect(names('lead')).not.toContain(name);
        }
    });

    it('stores base amounts and address columns', () => {
        expect(names('lead')).toEqual(expect.arrayContaining(['budgetamount_base', 'address1_city']));
    });

    it('does not store party lists: they are rows of activityparty', () => {
        expect(names('email')).not.toContain('to');
        expect(names('activityparty')).toContain('partyid:type');
    });

    it('computes full names, composite addresses, owners by kind and sides of a customer', () => {
        const computed = physicalColumns(metadata.table('lead'))
            .filter((column) => column.generatedAs !== undefined)
            .map(({ name }) => name);
        expect(computed.sort()).toEqual(
            [
                'accountid',
                'address1_composite',
                'address2_composite',
                'contactid',
                'fullname',
                'owningteam',
                'owninguser',
                'yomifullname',
            ].sort(),
        );
    });

    it('gives every table a row version', () => {
        for (const table of metadata.tables) {
            expect(names(table.logicalName)).toContain('versionnumber');
        }
    });
});

describe('lookupTypeColumn', () => {
    it('is there for owners, customers and lookups with several targets', () => {
        const column = (table: string, name: string) => {
            const found = metadata.table(table).columns.get(name);
            return found && lookupTypeColumn(found);
        };
        expect(column('lead', 'ownerid')).toBe('ownerid:type');
        expect(column('task', 'regardingobjectid')).toBe('regardingobjectid:type');
        expect(column('lead', 'parentaccountid')).toBeUndefined();
        expect(column('lead', 'subject')).toBeUndefined();
    });
});
