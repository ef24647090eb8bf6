import type { LocalEnvironment } from '../../../../local/dataverse/environment';

import { aFullSolution, FORM, VIEW } from './a-full-solution';
import type { SolutionParts } from './a-solution';
import {
    aRelationship,
    aSolution,
    aTable,
    aWebResource,
    anAttribute,
    anExtendedTable,
    entities,
    LEAD_ROOT,
    names,
    PLANT_ROOT,
    solutionXml,
} from './a-solution';
import { anEnvironment, everything, IMPORT_JOB, importInto, MAKER, refusal, row, SELLER } from './an-environment';

const SCRIPT = aWebResource('gdn_/a.js', 'bbbbbbbb-0000-4000-8000-00000000000a');

const aForm = (inner: string, more = ''): string =>
    `<FormXml><forms type="main"><systemform><formid>{${FORM}}</formid><form${more}>${inner}</form>` +
    `<LocalizedNames>${names('LocalizedName', 'Plant')}</LocalizedNames></systemform></forms></FormXml>`;

const aView = (fetch: string, cell = 'gdn_name'): string =>
    `<SavedQueries><savedqueries><savedquery><savedqueryid>{${VIEW}}</savedqueryid><querytype>0</querytype>` +
    `<layoutxml><grid name="resultset"><row name="result"><cell name="${cell}" width="1" /></row></grid></layoutxml>` +
    `<fetchxml>${fetch}</fetchxml><LocalizedNames>${names('LocalizedName', 'Plants')}</LocalizedNames></savedquery></savedqueries></SavedQueries>`;

const withTable = (table: Parameters<typeof aTable>[0], more: Partial<SolutionParts> = {}): SolutionParts => ({
    roots: PLANT_ROOT,
    sections: entities(aTable(table)),
    ...more,
});

/** What is wrong, the zip, and what the refusal says. */
const REFUSALS: readonly (readonly [string, SolutionParts, RegExp])[] = [
    [
        'a newer package format',
        { packageVersion: '9.3' },
        /^0x80048068 You can only import solutions with a package version of 9\.2 or earlier/,
    ],
    ['a version that is none', { version: '1.a' }, /^0x8004f01e An invalid solution version was specified: '1\.a'/],
    ['a unique name with a blank', { uniqueName: 'My Garden' }, /^0x8004f002 Invalid character specified/],
    ['the name of a platform solution', { uniqueName: 'Default' }, /^0x8004f022 .*'Default' is restricted/],
    [
        'the source form of Managed',
        { solutionXml: solutionXml().replace('<Managed>0', '<Managed>2') },
        /^0x8004801a .*'Managed' is '2'.*solution\.xml, line 1/,
    ],
    [
        'a solution without a name in the base language',
        {
            solutionXml: solutionXml().replace(
                'languagecode="1033" /></LocalizedNames>',
                'languagecode="1036" /></LocalizedNames>',
            ),
        },
        /^0x8004801a .*no 'LocalizedNames' text in the base language \(1033\)/,
    ],
    ['solution.xml that is not well-formed', { solutionXml: '<ImportExportXml>' }, /^0x80048013 .*solution\.xml/],
    [
        'another root element in customizations.xml',
        { customizationsXml: '<Customizations />' },
        /^0x8004801a .*root element is 'Customizations'/,
    ],
    [
        'sections out of order',
        { sections: '<Roles /><Entities />' },
        /^0x8004801a .*invalid child element 'Entities'; it has to stand before 'Roles'/,
    ],
    ['a section twice', { sections: '<Roles /><Roles />' }, /^0x8004801a .*'Roles' twice/],
    [
        'a component without a root',
        { sections: entities(aTable()) },
        /^0x8004803a The import has failed because component gdn_plant of type 1 is not declared in the solution file as a root component\..*customizations\.xml, line 1/,
    ],
    [
        'a web resource without a root',
        { sections: `<WebResources>${SCRIPT.element}</WebResources>`, files: { [SCRIPT.member]: '' } },
        /^0x8004803a .*component gdn_\/a\.js of type 61/,
    ],
    [
        'a root that differs from its web resource only in case',
        {
            roots: SCRIPT.root.replace('gdn_/a.js', 'gdn_/A.js'),
            sections: `<WebResources>${SCRIPT.element}</WebResources>`,
            files: { [SCRIPT.member]: '' },
        },
        /^0x8004803a/,
    ],
    [
        'a root without a component',
        { roots: '<RootComponent type="61" schemaName="gdn_/gone.js" behavior="0" />' },
        /^0x8004801f Cannot add a Root Component gdn_\/gone\.js of type 61 because it is not in the target system\./,
    ],
    [
        'a root of an app that is in no file',
        { roots: '<RootComponent type="80" schemaName="gdn_Garden" behavior="0" />' },
        /^0x8004801f .*gdn_Garden of type 80/,
    ],
    ['a root twice', { roots: LEAD_ROOT + LEAD_ROOT }, /^0x80071153 Duplicate Component is present in the XML\./],
    [
        'a component twice',
        withTable({}, { sections: entities(aTable(), aTable()) }),
        /^0x80071153 .*gdn_plant of type 1/,
    ],
    [
        'a root of a type of one environment only',
        { roots: '<RootComponent type="10421" schemaName="gdn_Grow" behavior="0" />' },
        /^0x8004f019 No component definition exists for the component type 10421/,
    ],
    [
        'a web resource without its body',
        { roots: SCRIPT.root, sections: `<WebResources>${SCRIPT.element}</WebResources>` },
        /^0x8004801e .*'WebResources\/gdn_ajsBBBBBBBB.*is missing \(customizations\.xml, line 1\)/,
    ],
    [
        'a web resource whose body has no content type',
        {
            roots: SCRIPT.root,
            sections: `<WebResources>${SCRIPT.element}</WebResources>`,
            files: { [SCRIPT.member]: 'x' },
            contentTypes: '<Types><Default Extension="xml" ContentType="text/xml" /></Types>',
        },
        /^0x8004801e .*has no content type/,
    ],
    [
        'a web resource of an unknown type',
        {
            roots: SCRIPT.root,
            sections: `<WebResources>${SCRIPT.element.replace('<WebResourceType>3', '<WebResourceType>13')}</WebResources>`,
        },
        /^0x8004801a .*type '13', not 1 to 12/,
    ],
    [
        'a column of an unknown type',
        withTable({ attributes: anAttribute('gdn_X', 'geometry') }),
        /^0x8004801a .*'gdn_x' has the unknown type 'geometry'/,
    ],
    [
        'a column without a label in the base language',
        withTable({ attributes: anAttribute('gdn_X', 'int').replace(/languagecode="1033"/, 'languagecode="1031"') }),
        /^0x8004801a .*column 'gdn_x' has no 'displaynames' text in the base language/,
    ],
    [
        'an own column without a prefix',
        withTable({ attributes: anAttribute('Height', 'int') }),
        /^0x80048062 Invalid name for attribute height of gdn_plant/,
    ],
    [
        'a number that is none',
        withTable({ attributes: anAttribute('gdn_X', 'int', '<MinValue>low</MinValue>') }),
        /^0x8004801a .*'low' of 'MinValue' is not a number/,
    ],
    [
        'a global choice that is nowhere',
        withTable({ attributes: anAttribute('gdn_X', 'picklist', '<OptionSetName>gdn_gone</OptionSetName>') }),
        /^0x80048039 .*non-existing global Option Set \('gdn_gone'\)/,
    ],
    [
        'additions to a table that is nowhere',
        { roots: PLANT_ROOT, sections: entities(anExtendedTable('gdn_Plant', anAttribute('gdn_X', 'int'))) },
        /^0x8004801d The following solution cannot be imported: Garden\. Some dependencies are missing\..*table gdn_plant/,
    ],
    [
        'a relationship to a table that is nowhere',
        withTable(
            { attributes: anAttribute('gdn_SoilId', 'lookup') },
            {
                sections:
                    entities(aTable({ attributes: anAttribute('gdn_SoilId', 'lookup') })) +
                    `<EntityRelationships>${aRelationship('gdn_soil_plant', 'gdn_Plant', 'gdn_Soil', 'gdn_SoilId')}</EntityRelationships>`,
            },
        ),
        /^0x8004801d .*table gdn_soil, needed by relationship gdn_soil_plant/,
    ],
    [
        'a relationship without its lookup column',
        withTable(
            {},
            {
                sections:
                    entities(aTable()) +
                    `<EntityRelationships>${aRelationship('gdn_contact_plant', 'gdn_Plant', 'Contact', 'gdn_ContactId')}</EntityRelationships>`,
            },
        ),
        /^0x8004801d .*column gdn_plant\.gdn_contactid, needed by relationship gdn_contact_plant/,
    ],
    [
        'a form cell of a column that is nowhere',
        withTable({ parts: aForm('<tabs><control id="x" datafieldname="gdn_gone" /></tabs>') }),
        /^0x8004801d .*column gdn_plant\.gdn_gone, needed by form Plant .*customizations\.xml, line 1/,
    ],
    [
        'a form with a script that is nowhere',
        withTable({ parts: aForm('<formLibraries><Library name="gdn_/gone.js" /></formLibraries>') }),
        /^0x8004f036 The webresource gdn_\/gone\.js component does not exist\..*form Plant/,
    ],
    [
        'a form with a subgrid of a view that is nowhere',
        withTable({
            parts: aForm(
                `<control id="x"><parameters><ViewId>{${VIEW}}</ViewId><TargetEntityType>lead</TargetEntityType></parameters></control>`,
            ),
        }),
        new RegExp(`^0x8004f036 The savedquery ${VIEW} component does not exist`),
    ],
    [
        'a form with a code component that is nowhere',
        withTable({
            parts: aForm('<controlDescriptions><customControl name="gdn_Garden.Gone" /></controlDescriptions>'),
        }),
        /^0x8004f036 The customcontrol gdn_Garden\.Gone component does not exist/,
    ],
    [
        'a form that only says what changes',
        withTable({ parts: aForm('<tabs><tab id="t" solutionaction="Modified" /></tabs>') }),
        /^0x80048007 .*full formXml is expected to create a form/,
    ],
    [
        'two elements with one label id',
        withTable({
            parts: aForm(
                `<tab labelid="{a}"><labels>${names('label', 'One')}</labels></tab><tab labelid="{A}"><labels>${names('label', 'ColorStrip')}</labels></tab>`,
            ),
        }),
        /^0x8004f658 The label 'ColorStrip', id: '\{a\}' already exists\. Supply unique labelid values/,
    ],
    [
        'a form of an unknown type',
        withTable({ parts: aForm('').replace('type="main"', 'type="hologram"') }),
        /^0x8004801a .*'hologram' is not a form type/,
    ],
    [
        'a form with an id that is no GUID',
        withTable({ parts: aForm('').replace(FORM, 'plant') }),
        /^0x8004801a .*'\{plant\}' in 'systemform' is not a GUID/,
    ],
    [
        'a view that shows a column that is nowhere',
        withTable({ parts: aView('<fetch><entity name="gdn_plant" /></fetch>', 'gdn_gone') }),
        /^0x8004801d .*column gdn_plant\.gdn_gone, needed by view Plants/,
    ],
    [
        'a view that filters by a column that is nowhere',
        withTable({
            parts: aView(
                '<fetch><entity name="gdn_plant"><filter><filter><condition attribute="gdn_gone" operator="null" /></filter></filter></entity></fetch>',
            ),
        }),
        /^0x8004801d .*column gdn_plant\.gdn_gone/,
    ],
    [
        'a view with a linked table that is nowhere',
        withTable({
            parts: aView(
                '<fetch><entity name="gdn_plant"><link-entity name="gdn_soil" from="gdn_soilid" to="gdn_name"><attribute name="gdn_name" /></link-entity></entity></fetch>',
            ),
        }),
        /^0x8004801d .*table gdn_soil, needed by view Plants/,
    ],
    [
        'a role with a privilege level that is none',
        {
            sections:
                '<Roles><Role id="{cccccccc-0000-4000-8000-000000000005}" name="Gardener"><RolePrivileges><RolePrivilege name="prvReadLead" level="Everywhere" /></RolePrivileges></Role></Roles>',
        },
        /^0x8004801a .*'Everywhere' is not a privilege level/,
    ],
    [
        'an app with a role that is nowhere',
        {
            roots: '<RootComponent type="80" schemaName="gdn_Garden" behavior="0" />',
            sections: `<AppModules><AppModule><UniqueName>gdn_Garden</UniqueName><AppModuleComponents /><AppModuleRoleMaps><Role id="{cccccccc-0000-4000-8000-000000000005}" /></AppModuleRoleMaps><LocalizedNames>${names('LocalizedName', 'Garden')}</LocalizedNames></AppModule></AppModules>`,
        },
        /^0x8004f036 The role cccccccc-0000-4000-8000-000000000005 component does not exist/,
    ],
    [
        'a code component with a manifest of another name',
        {
            roots: '<RootComponent type="66" schemaName="gdn_Garden.Cards" behavior="0" />',
            sections:
                '<CustomControls><CustomControl><Name>gdn_Garden.Cards</Name><FileName>/Controls/gdn_Garden.Cards/ControlManifest.xml</FileName></CustomControl></CustomControls>',
            files: {
                'Controls/gdn_Garden.Cards/ControlManifest.xml':
                    '<manifest><control namespace="Garden" constructor="Tiles" version="1.0.0" /></manifest>',
            },
        },
        /^0x8004801a .*for 'Garden\.Tiles', the solution calls it 'gdn_Garden\.Cards'/,
    ],
    [
        'a code component without its bundle',
        {
            roots: '<RootComponent type="66" schemaName="gdn_Garden.Cards" behavior="0" />',
            sections:
                '<CustomControls><CustomControl><Name>gdn_Garden.Cards</Name><FileName>/Controls/gdn_Garden.Cards/ControlManifest.xml</FileName></CustomControl></CustomControls>',
            files: {
                'Controls/gdn_Garden.Cards/ControlManifest.xml':
                    '<manifest><control namespace="Garden" constructor="Cards" version="1.0.0"><resources><code path="bundle.js" /></resources></control></manifest>',
            },
        },
        /^0x8004801e .*'Controls\/gdn_Garden\.Cards\/bundle\.js' .*is missing/,
    ],
    [
        'a process without the table it is about',
        {
            sections:
                '<Workflows><Workflow WorkflowId="{cccccccc-0000-4000-8000-000000000006}" Name="Water"><Category>2</Category></Workflow></Workflows>',
        },
        /^0x8004801a .*'Workflow' has no 'PrimaryEntity'/,
    ],
    [
        'a declared dependency that is not there',
        {
            missingDependencies:
                '<MissingDependency><Required type="1" schemaName="gdn_soil" displayName="Soil" solution="Earth (1.0)" /><Dependent type="1" schemaName="lead" /></MissingDependency>',
        },
        /^0x8004801d .*table gdn_soil of solution Earth \(1\.0\)/,
    ],
    [
        'a wrong customization prefix',
        { solutionXml: solutionXml().replace('<CustomizationPrefix>gdn', '<CustomizationPrefix>mscrmx') },
        /^0x8004801a .*customization prefix 'mscrmx'/,
    ],
    ['a file that leads out of the zip', { files: { '../a.js': 'x' } }, /^0x80048060 .*leads out of the archive/],
];

describe('An import is refused', () => {
    let environment: LocalEnvironment;
    let before: string;

    beforeAll(() => {
        environment = anEnvironment();
        // The first import makes the tables that hold what solutions brought.
        refusal(() => importInto(environment, new Uint8Array()));
        before = everything(environment);
    });
    afterAll(() => environment.close());

    it.each(REFUSALS)('with %s, and leaves no trace but the job', (_what, parts, expected) => {
        const { metadata } = environment;
        expect(refusal(() => importInto(environment, aSolution(parts)))).toMatch(expected);
        expect(everything(environment)).toBe(before);
        expect(environment.metadata).toBe(metadata);
        const job = row(environment, 'importjob', 'importjobid', IMPORT_JOB);
        expect(job['data']).toContain('succeeded="false"');
        expect(job['progress']).toBeLessThan(100);
    });

    it('when the last of many parts is wrong, and nothing of the others stays', () => {
        const parts = aFullSolution();
        const broken =
            parts.sections?.replace('Library name="gdn_/plant/form.js"', 'Library name="gdn_/plant/gone.js"') ?? '';
        expect(refusal(() => importInto(environment, aSolution({ ...parts, sections: broken })))).toMatch(
            /^0x8004f036/,
        );
        expect(everything(environment)).toBe(before);
        expect(environment.metadata.findTable('gdn_plant')).toBeUndefined();
        // And the same environment takes the sound one.
        expect(refusal(() => importInto(environment, aSolution(parts)))).toBe('accepted');
    });

    it('for a seller, while a maker may', () => {
        const zip = aSolution({ uniqueName: 'Other' });
        expect(refusal(() => importInto(environment, zip, SELLER))).toMatch(/^0x80040220 .*prvImportCustomization/);
        expect(refusal(() => importInto(environment, zip, MAKER))).toBe('accepted');
    });
});
