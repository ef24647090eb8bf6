import { baseMetadata, baseTables } from '../../../../local/dataverse/base/base-tables';
import { buildMetadata } from '../../../../local/dataverse/metadata/build-metadata';

const metadata = buildMetadata(baseMetadata(), []);
const column = (table: string, name: string) => {
    const found = metadata.table(table).columns.get(name);
    if (!found) {
        throw new Error(`${table} has no ${name}`);
    }
    return found;
};
const options = (table: string, name: string) =>
    (column(table, name).optionSet?.options ?? []).map((option) => [option.value, option.label[1033]]);
const states = (table: string) =>
    (column(table, 'statecode').optionSet?.options ?? []).map((option) => [option.value, option.defaultStatus]);
const reasons = (table: string) =>
    (column(table, 'statuscode').optionSet?.options ?? []).map((option) => [option.value, option.state]);

describe('base tables', () => {
    it('has lead with the states and status reasons of the platform', () => {
        expect(options('lead', 'statecode')).toEqual([
            [0, 'Open'],
            [1, 'Qualified'],
            [2, 'Disqualified'],
        ]);
        expect(states('lead')).toEqual([
            [0, 1],
            [1, 3],
            [2, 4],
        ]);
        expect(options('lead', 'statuscode')).toEqual([
            [1, 'New'],
            [2, 'Contacted'],
            [3, 'Qualified'],
            [4, 'Lost'],
            [5, 'Cannot Contact'],
            [6, 'No Longer Interested'],
            [7, 'Canceled'],
        ]);
        expect(reasons('lead')).toEqual([
            [1, 0],
            [2, 0],
            [3, 1],
            [4, 2],
            [5, 2],
            [6, 2],
            [7, 2],
        ]);
    });

    it('has opportunity open, won and lost', () => {
        expect(states('opportunity')).toEqual([
            [0, 1],
            [1, 3],
            [2, 4],
        ]);
        expect(reasons('opportunity')).toEqual([
            [1, 0],
            [2, 0],
            [3, 1],
            [4, 2],
            [5, 2],
        ]);
    });

    it('gives new leads the rating Warm', () => {
        expect(column('lead', 'leadqualitycode').defaultValue).toBe(2);
    });

    it('keeps the odd order of the two yes/no columns whose false is Yes', () => {
        for (const name of ['confirminterest', 'evaluatefit']) {
            expect(options('lead', name)).toEqual([
                [0, 'Yes'],
                [1, 'No'],
            ]);
        }
    });

    it('has the lengths and requirements of the lead columns', () => {
        expect(column('lead', 'subject')).toMatchObject({ maxLength: 300, requiredLevel: 'ApplicationRequired' });
        expect(column('lead', 'lastname')).toMatchObject({ maxLength: 50, requiredLevel: 'ApplicationRequired' });
        expect(column('lead', 'companyname')).toMatchObject({ maxLength: 100, requiredLevel: 'Recommended' });
        expect(column('lead', 'fullname')).toMatchObject({ validForCreate: false, validForUpdate: false });
    });

    it('has the irregular entity set names', () => {
        const set = (name: string) => metadata.table(name).entitySetName;
        expect(['usersettings', 'webresource', 'systemuserroles', 'leadcompetitors', 'opportunity'].map(set)).toEqual([
            'usersettingscollection',
            'webresourceset',
            'systemuserrolescollection',
            'leadcompetitorscollection',
            'opportunities',
        ]);
        expect(set('leadtoopportunitysalesprocess')).toBe('leadtoopportunitysalesprocesses');
    });

    it('writes the navigation properties of the stock process with their capital letters', () => {
        const names = metadata
            .manyToOneFrom('leadtoopportunitysalesprocess')
            .map((relationship) => relationship.lookupNavigationProperty);
        expect(names).toEqual(expect.arrayContaining(['leadId', 'opportunityId', 'activestageid', 'processid']));
    });

    it('names the navigation properties of customers and regarding rows by their table', () => {
        expect(metadata.navigation('lead', 'customerid_account')?.otherTable).toBe('account');
        expect(metadata.navigation('task', 'regardingobjectid_lead_task')?.otherTable).toBe('lead');
        expect(metadata.navigation('lead', 'Lead_Tasks')?.otherTable).toBe('task');
        expect(metadata.navigation('lead', 'ownerid')?.otherTable).toBe('owner');
        expect(metadata.navigation('opportunity', 'originatingleadid')?.otherTable).toBe('lead');
    });

    it('gives activities all columns of activitypointer', () => {
        const pointer = [...metadata.table('activitypointer').columns.keys()];
        for (const name of ['phonecall', 'task', 'appointment', 'email']) {
            const own = metadata.table(name);
            expect(own.isActivity).toBe(true);
            expect(pointer.filter((each) => !own.columns.has(each))).toEqual([]);
        }
    });

    it('is in French where sellers look', () => {
        expect(metadata.table('lead').displayCollectionName[1036]).toBe('Prospects');
        for (const name of [
            'subject',
            'companyname',
            'leadsourcecode',
            'purchasetimeframe',
            'statuscode',
            'telephone1',
        ]) {
            expect(column('lead', name).displayName[1036]).toBeTruthy();
        }
        for (const name of ['statuscode', 'statecode', 'leadsourcecode', 'purchasetimeframe', 'need', 'industrycode']) {
            for (const option of column('lead', name).optionSet?.options ?? []) {
                expect(option.label[1036]).toBeTruthy();
            }
        }
    });

    it('is whole: every table has an English name, its id column, and lookups to tables that exist', () => {
        for (const table of baseTables()) {
            expect(table.displayName[1033]).toBeTruthy();
            expect(table.columns.has(table.primaryIdColumn)).toBe(true);
            for (const { logicalName, targets = [] } of table.columns.values()) {
                const missing = targets.filter((target) => !metadata.findTable(target));
                expect({ table: table.logicalName, logicalName, missing }).toMatchObject({ missing: [] });
            }
        }
    });

    it('is whole: every relationship joins columns that exist, under a navigation property of its own', () => {
        const seen = new Set<string>();
        for (const relationship of metadata.relationships) {
            if (relationship.kind === 'ManyToMany') {
                const link = metadata.table(relationship.intersectTable);
                expect([relationship.column1, relationship.column2].every((name) => link.columns.has(name))).toBe(true);
                continue;
            }
            const { referencingTable, referencingColumn, lookupNavigationProperty } = relationship;
            expect(metadata.table(referencingTable).columns.has(referencingColumn)).toBe(true);
            const key = `${referencingTable}.${lookupNavigationProperty}`;
            expect({ key, isFirst: !seen.has(key) }).toEqual({ key, isFirst: true });
            seen.add(key);
        }
    });

    it('is whole: every lookup column has a relationship for each of its targets', () => {
        const joined = new Set(
            metadata.relationships.flatMap((each) =>
                each.kind === 'OneToMany'
                    ? [`${each.referencingTable}.${each.referencingColumn}.${each.referencedTable}`]
                    : [],
            ),
        );
        for (const table of baseTables()) {
            for (const each of table.columns.values()) {
                const targets = each.type === 'Owner' ? ['owner'] : (each.targets ?? []);
                if (each.type === 'Lookup' || each.type === 'Customer' || each.type === 'Owner') {
                    const missing = targets.filter(
                        (target) => !joined.has(`${table.logicalName}.${each.logicalName}.${target}`),
                    );
                    expect({ column: `${table.logicalName}.${each.logicalName}`, missing }).toMatchObject({
                        missing: [],
                    });
                }
            }
        }
    });
});
