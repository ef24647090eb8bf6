import type { LocalEnvironment } from '../../../../local/dataverse/environment';
import { nameBasedId } from '../../../../local/dataverse/solution/name-based-id';

import { aFullSolution, CHART, CONTROL, DASHBOARD, FLOW, FORM, ROLE, SCRIPT, VIEW } from './a-full-solution';
import { aSolution } from './a-solution';
import { anEnvironment, count, IMPORT_JOB, importInto, labels, row } from './an-environment';

describe('A solution with every kind of component', () => {
    let environment: LocalEnvironment;
    let warnings: readonly string[];

    beforeAll(() => {
        environment = anEnvironment();
        warnings = importInto(environment, aSolution(aFullSolution())).warnings;
    });
    afterAll(() => environment.close());

    it('brings its table with names, keys and a type code of its own', () => {
        const table = environment.metadata.table('gdn_plant');
        expect(table).toMatchObject({
            schemaName: 'gdn_Plant',
            entitySetName: 'gdn_plants',
            displayName: { 1033: 'Plant', 1036: 'Plante' },
            displayCollectionName: { 1033: 'Plants', 1036: 'Plantes' },
            primaryIdColumn: 'gdn_plantid',
            primaryNameColumn: 'gdn_name',
            ownership: 'UserOwned',
            isCustom: true,
            hasNotes: true,
            hasActivities: true,
            keys: [{ logicalName: 'gdn_bymail', columns: ['gdn_mail'] }],
        });
        expect(table.objectTypeCode).toBeGreaterThanOrEqual(10_000);
        expect(count(environment, 'gdn_plant')).toBe(0);
    });

    it.each([
        ['gdn_name', { type: 'String', maxLength: 200, format: 'Text' }],
        ['gdn_notes', { type: 'Memo', maxLength: 2000, format: 'TextArea' }],
        ['gdn_mail', { type: 'String', maxLength: 100, format: 'Email' }],
        ['gdn_height', { type: 'Integer', minValue: 0, maxValue: 5000, format: 'None' }],
        ['gdn_seeds', { type: 'BigInt' }],
        ['gdn_acidity', { type: 'Decimal', maxValue: 14.5, precision: 1 }],
        ['gdn_latitude', { type: 'Double', precision: 5 }],
        ['gdn_price', { type: 'Money', precision: 2, precisionSource: 2 }],
        ['gdn_sownon', { type: 'DateTime', format: 'DateOnly', dateTimeBehavior: 'DateOnly' }],
        ['gdn_wateredat', { type: 'DateTime', format: 'DateAndTime', dateTimeBehavior: 'UserLocal' }],
        ['gdn_ishardy', { type: 'Boolean', defaultValue: true }],
        ['gdn_colour', { type: 'Picklist', defaultValue: 123450001 }],
        ['gdn_season', { type: 'Picklist' }],
        ['gdn_seasons', { type: 'MultiSelectPicklist' }],
        ['gdn_contactid', { type: 'Lookup', targets: ['contact'] }],
        ['gdn_customerid', { type: 'Customer', targets: ['account', 'contact'] }],
        ['gdn_key', { type: 'Uniqueidentifier' }],
        ['ownerid', { type: 'Owner', targets: ['systemuser', 'team'] }],
        ['createdby', { type: 'Lookup', targets: ['systemuser'] }],
        ['versionnumber', { type: 'BigInt' }],
    ])('has the column %s as the solution says, or as Dataverse adds it', (name, expected) => {
        expect(environment.metadata.table('gdn_plant').columns.get(name)).toMatchObject(expected);
    });

    it('gives choices their labels and colours, local and global ones', () => {
        const { columns } = environment.metadata.table('gdn_plant');
        expect(columns.get('gdn_colour')?.optionSet?.options).toEqual([
            { value: 123450000, label: { 1033: 'Red', 1036: 'Rouge' }, color: '#ff0000' },
            { value: 123450001, label: { 1033: 'White', 1036: 'Blanc' }, color: '#ff0000' },
        ]);
        expect(columns.get('gdn_season')?.optionSet).toMatchObject({
            name: 'gdn_season',
            isGlobal: true,
            options: [{ label: { 1033: 'Spring' } }, { label: { 1036: 'Été' } }],
        });
        expect(columns.get('gdn_season')?.defaultValue).toBeUndefined();
        expect(columns.get('statecode')?.optionSet?.options[0]).toMatchObject({ value: 0, defaultStatus: 1 });
        expect(columns.get('statuscode')?.optionSet?.options[2]).toMatchObject({ value: 123450000, state: 0 });
    });

    it('brings its relationships with their navigation names and the link table', () => {
        expect(environment.metadata.relationshipBySchemaName('gdn_plant_lead')).toMatchObject({
            kind: 'OneToMany',
            referencedTable: 'gdn_plant',
            referencedColumn: 'gdn_plantid',
            referencingTable: 'lead',
            referencingColumn: 'gdn_plantid',
            lookupNavigationProperty: 'gdn_PlantId',
            collectionNavigationProperty: 'gdn_plant_lead',
            cascade: { delete: 'RemoveLink', assign: 'NoCascade' },
        });
        expect(environment.metadata.relationshipBySchemaName('gdn_plant_competitor')).toMatchObject({
            kind: 'ManyToMany',
            column1: 'gdn_plantid',
            column2: 'competitorid',
        });
        expect(environment.metadata.table('gdn_plant_competitor').isIntersect).toBe(true);
        expect(environment.metadata.table('lead').columns.get('gdn_plantid')?.targets).toEqual(['gdn_plant']);
    });

    it('lets notes and activities be about rows of the table', () => {
        const { metadata } = environment;
        expect(metadata.relationshipBySchemaName('gdn_plant_Annotations')).toMatchObject({
            lookupNavigationProperty: 'objectid_gdn_plant',
        });
        expect(metadata.relationshipBySchemaName('gdn_plant_PhoneCalls')).toMatchObject({
            lookupNavigationProperty: 'regardingobjectid_gdn_plant_phonecall',
        });
        expect(metadata.table('task').columns.get('regardingobjectid')?.targets).toContain('gdn_plant');
        expect(metadata.relationshipBySchemaName('gdn_plant_ActivityPointers')).toBeDefined();
    });

    it('brings its form, view, chart and dashboard as rows with names in both languages', () => {
        const form = row(environment, 'systemform', 'formid', FORM);
        expect(form).toMatchObject({ type: 2, objecttypecode: 'gdn_plant', name: 'Plant', ismanaged: 0 });
        expect(form['formxml']).toContain('datafieldname="gdn_name"');
        expect(labels(environment, FORM, 'name')).toEqual({ 1033: 'Plant', 1036: 'Plante' });
        const view = row(environment, 'savedquery', 'savedqueryid', VIEW);
        expect(view).toMatchObject({ querytype: 0, isdefault: 1, returnedtypecode: 'gdn_plant' });
        expect(view['fetchxml']).toBe(
            '<fetch version="1.0" mapping="logical"><entity name="gdn_plant"><attribute name="gdn_name" />' +
                '<order attribute="gdn_name" descending="false" /><filter type="and">' +
                '<condition attribute="statecode" operator="eq" value="0" /></filter></entity></fetch>',
        );
        expect(view['layoutxml']).toContain('<cell name="gdn_name" width="200" />');
        expect(row(environment, 'systemform', 'formid', DASHBOARD)).toMatchObject({ type: 0, name: 'Garden' });
        expect(count(environment, 'componentlayer', `id = '${CHART}'`)).toBe(1);
    });

    it('brings its web resources with their content', () => {
        const script = row(environment, 'webresource', 'name', 'gdn_/plant/form.js');
        expect(Buffer.from(String(script['content']), 'base64').toString()).toBe('var Garden = {};');
        expect(script).toMatchObject({ webresourcetype: 3, webresourceid: 'bbbbbbbb-0000-4000-8000-000000000001' });
    });

    it('brings its code component with every file, and the tables it shows', () => {
        expect(row(environment, 'customcontrol', 'name', CONTROL)).toMatchObject({ version: '1.2.3' });
        const files = environment.store
            .prepare<{ path: string }>('SELECT path FROM customcontrolresource WHERE name = ? ORDER BY path')
            .all(CONTROL);
        expect(files.map(({ path }) => path)).toEqual([
            'ControlManifest.xml',
            'bundle.js',
            'strings/PlantCards.1033.resx',
        ]);
        const config = row(environment, 'customcontroldefaultconfig', 'primaryentitytypecode', 'gdn_plant');
        expect(config['controldescriptionxml']).toContain(`name="${CONTROL}" formFactor="2"`);
    });

    it('brings its ribbon, role, process, app, site map, variable and map', () => {
        expect(row(environment, 'ribbondiff', 'table', 'lead')).toMatchObject({ solution: 'Garden' });
        expect(row(environment, 'role', 'roleid', ROLE)).toMatchObject({ name: 'Gardener' });
        expect(row(environment, 'roleprivileges', 'roleid', ROLE)).toMatchObject({
            privilegename: 'prvCreategdn_Plant',
            depth: 1,
        });
        expect(row(environment, 'workflow', 'workflowid', FLOW)).toMatchObject({ category: 2, xaml: '<Activity />' });
        const app = row(environment, 'appmodule', 'uniquename', 'gdn_Garden');
        expect(labels(environment, String(app['appmoduleid']), 'name')).toEqual({ 1033: 'Garden', 1036: 'Jardin' });
        expect(count(environment, 'appmodulecomponent', `appmoduleidunique = '${String(app['appmoduleid'])}'`)).toBe(5);
        expect(count(environment, 'appmoduleroles', `appmoduleid = '${String(app['appmoduleid'])}'`)).toBe(2);
        expect(row(environment, 'sitemap', 'sitemapnameunique', 'gdn_Garden')['sitemapxml']).toContain('Plates-bandes');
        const variable = row(environment, 'environmentvariabledefinition', 'schemaname', 'gdn_Sun');
        expect(variable).toMatchObject({ defaultvalue: '6', type: 100000001, displayname: 'Hours of sun' });
        expect(row(environment, 'environmentvariablevalue', 'schemaname', 'gdn_Sun')).toMatchObject({ value: '8' });
        expect(
            count(
                environment,
                'attributemap',
                "sourceattributename = 'description' AND targetattributename = 'customerneed'",
            ),
        ).toBe(1);
        expect(count(environment, 'entitymap', "sourceentityname = 'lead' AND targetentityname = 'opportunity'")).toBe(
            1,
        );
    });

    it('brings its functions: expression, Custom API with parameters, and the function over them', () => {
        const expression = row(environment, 'fxexpression', 'uniquename', 'gdn_Grow');
        expect(expression).toMatchObject({ name: 'Grow', expression: '{Tomorrow: Height + 1}', statecode: 0 });
        const api = row(environment, 'customapi', 'uniquename', 'gdn_Grow');
        expect(api).toMatchObject({
            displayname: 'Grow',
            bindingtype: 0,
            fxexpressionid: expression['fxexpressionid'],
            plugintypeid: '462b3e8f-beb4-4981-9b87-a60c2162a9f7',
        });
        expect(labels(environment, String(api['customapiid']), 'displayname')).toEqual({
            1033: 'Grow',
            1036: 'Pousser',
        });
        expect(row(environment, 'customapirequestparameter', 'uniquename', 'Height')).toMatchObject({
            customapiid: api['customapiid'],
            type: 7,
            isoptional: 0,
        });
        expect(row(environment, 'customapiresponseproperty', 'uniquename', 'Tomorrow')).toMatchObject({ type: 7 });
        expect(row(environment, 'msdyn_function', 'name', 'Grow')).toMatchObject({ customapi: api['customapiid'] });
    });

    it('keeps what the environment does not use, and says so in the warnings', () => {
        const files = environment.store.prepare<{ path: string }>('SELECT path FROM solutionfile').all();
        expect(files.map(({ path }) => path)).toEqual(['appactions/gdn_Water/appaction.xml']);
        expect(warnings).toEqual([
            `The business rule 'Water on Mondays' (${FLOW}) is stored, but the local Dataverse does not execute it.`,
            "1 file(s) of 'appactions' are stored, but the local Dataverse does not use them.",
        ]);
    });

    it('is there as solution, publisher and components', () => {
        const solution = row(environment, 'solution', 'uniquename', 'Garden');
        expect(solution).toMatchObject({
            friendlyname: 'Garden',
            version: '1.0.0.0',
            ismanaged: 0,
            installedon: '2026-11-21',
            publisherid: nameBasedId('publisher', 'gardeners'),
        });
        expect(row(environment, 'publisher', 'uniquename', 'gardeners')).toMatchObject({
            customizationprefix: 'gdn',
            customizationoptionvalueprefix: 12345,
        });
        const where = `solutionid = '${String(solution['solutionid'])}'`;
        expect(count(environment, 'solutioncomponent', `${where} AND componenttype = 61`)).toBe(2);
        expect(
            count(environment, 'solutioncomponent', `${where} AND componenttype = 1 AND rootcomponentbehavior = 2`),
        ).toBe(1);
        expect(SCRIPT.member).toContain('BBBBBBBB');
    });

    it('leaves a job with the result', () => {
        const job = row(environment, 'importjob', 'importjobid', IMPORT_JOB);
        expect(job).toMatchObject({ progress: 100, solutionname: 'Garden', completedon: '2026-11-21T12:00:00Z' });
        expect(job['data']).toMatch(/^<importexportxml .*succeeded="true">/);
        expect(job['data']).toContain('result="warning"');
    });
});
