import type { LocalEnvironment } from '../../../../local/dataverse/environment';
import { uninstallSolution } from '../../../../local/dataverse/solution/uninstall-solution';

import { aFullSolution, FORM, ROLE, VIEW } from './a-full-solution';
import type { SolutionParts } from './a-solution';
import {
    aSolution,
    aTable,
    aWebResource,
    anAttribute,
    anExtendedTable,
    entities,
    LEAD_ROOT,
    names,
    PLANT_ROOT,
} from './a-solution';
import {
    ADMINISTRATOR,
    anEnvironment,
    as,
    count,
    everything,
    importInto,
    labels,
    refusal,
    row,
    SELLER,
} from './an-environment';

const ONE = aWebResource('gdn_/one.js', 'bbbbbbbb-0000-4000-8000-000000000011');
const TWO = aWebResource('gdn_/two.js', 'bbbbbbbb-0000-4000-8000-000000000012');

const scripts = (...resources: readonly (readonly [typeof ONE, string])[]): SolutionParts => ({
    roots: resources.map(([{ root }]) => root).join(''),
    sections: `<WebResources>${resources.map(([{ element }]) => element).join('')}</WebResources>`,
    files: Object.fromEntries(resources.map(([{ member }, content]) => [member, content])),
});

const leadColumn = (label: string, more: Partial<SolutionParts> = {}): SolutionParts => ({
    roots: LEAD_ROOT,
    sections: entities(
        anExtendedTable('Lead', anAttribute('gdn_Soil', 'nvarchar', '<MaxLength>50</MaxLength>', label)),
    ),
    ...more,
});

const contentOf = (environment: LocalEnvironment, name: string): string =>
    Buffer.from(String(row(environment, 'webresource', 'name', name)['content']), 'base64').toString();

const uninstall = (environment: LocalEnvironment, uniqueName: string, userId = ADMINISTRATOR): void =>
    uninstallSolution(
        environment,
        String(row(environment, 'solution', 'uniquename', uniqueName)['solutionid']),
        as(userId),
    );

describe('Importing again', () => {
    let environment: LocalEnvironment;

    beforeEach(() => {
        environment = anEnvironment();
    });
    afterEach(() => environment.close());

    it.each([false, true])('changes nothing when the file is the same (managed: %s)', (managed) => {
        const zip = aSolution(aFullSolution({ managed }));
        importInto(environment, zip);
        const before = everything(environment, ['environmentproperty']);
        const typeCode = environment.metadata.table('gdn_plant').objectTypeCode;
        importInto(environment, zip);
        expect(everything(environment, ['environmentproperty'])).toBe(before);
        expect(environment.metadata.table('gdn_plant').objectTypeCode).toBe(typeCode);
    });

    it('keeps the rows of its tables', () => {
        importInto(environment, aSolution(aFullSolution({ managed: true })));
        environment.store.prepare("INSERT INTO gdn_plant (gdn_plantid, gdn_name) VALUES ('p1', 'Rose')").run();
        importInto(environment, aSolution(aFullSolution({ managed: true, version: '1.1' })));
        expect(row(environment, 'gdn_plant', 'gdn_plantid', 'p1')['gdn_name']).toBe('Rose');
        expect(row(environment, 'solution', 'uniquename', 'Garden')['version']).toBe('1.1');
    });

    it('takes away what a newer managed version no longer has, and keeps it for an unmanaged one', () => {
        for (const managed of [true, false]) {
            const uniqueName = managed ? 'Managed' : 'Unmanaged';
            const [first, second] = managed
                ? [ONE, TWO]
                : [
                      aWebResource('gdn_/three.js', 'bbbbbbbb-0000-4000-8000-000000000013'),
                      aWebResource('gdn_/four.js', 'bbbbbbbb-0000-4000-8000-000000000014'),
                  ];
            importInto(environment, aSolution({ ...scripts([first, '1'], [second, '2']), uniqueName, managed }));
            importInto(environment, aSolution({ ...scripts([second, '22']), uniqueName, managed, version: '2.0' }));
        }
        const names = environment.store.prepare<{ name: string }>('SELECT name FROM webresource ORDER BY name').all();
        expect(names.map(({ name }) => name)).toEqual(
            expect.arrayContaining(['gdn_/three.js', 'gdn_/four.js', 'gdn_/two.js']),
        );
        expect(names.map(({ name }) => name)).not.toContain('gdn_/one.js');
        expect(contentOf(environment, 'gdn_/two.js')).toBe('22');
    });

    it('takes columns away that a newer managed version no longer has', () => {
        const version = (attributes: string, number: string): Uint8Array =>
            aSolution({
                roots: PLANT_ROOT,
                sections: entities(aTable({ attributes })),
                managed: true,
                version: number,
            });
        importInto(environment, version(anAttribute('gdn_A', 'int') + anAttribute('gdn_B', 'int'), '1.0'));
        importInto(environment, version(anAttribute('gdn_B', 'int'), '2.0'));
        const { columns } = environment.metadata.table('gdn_plant');
        expect([columns.has('gdn_a'), columns.has('gdn_b')]).toEqual([false, true]);
    });

    it('is refused when the solution is there in the other mode', () => {
        importInto(environment, aSolution({ managed: false }));
        expect(refusal(() => importInto(environment, aSolution({ managed: true })))).toMatch(
            /^0x80048040 The solution is already installed on this system as an unmanaged solution/,
        );
        importInto(environment, aSolution({ uniqueName: 'Fixed', managed: true }));
        expect(refusal(() => importInto(environment, aSolution({ uniqueName: 'Fixed', managed: false })))).toMatch(
            /^0x80048041 The solution is already installed on this system as a managed solution/,
        );
    });

    it('is refused when a managed solution brings what only an unmanaged one has', () => {
        importInto(environment, aSolution({ ...scripts([ONE, '1']), uniqueName: 'Mine' }));
        expect(
            refusal(() =>
                importInto(environment, aSolution({ ...scripts([ONE, '2']), uniqueName: 'Theirs', managed: true })),
            ),
        ).toMatch(/^0x8004f016 A managed solution cannot overwrite the webresource component gdn_\/one\.js/);
        importInto(environment, aSolution({ roots: PLANT_ROOT, sections: entities(aTable()), uniqueName: 'MyPlants' }));
        expect(
            refusal(() =>
                importInto(
                    environment,
                    aSolution({ roots: PLANT_ROOT, sections: entities(aTable()), uniqueName: 'Plants', managed: true }),
                ),
            ),
        ).toMatch(/^0x8004f016 .*Entity component gdn_plant/);
    });

    it('is refused when the newer version lacks what another solution needs', () => {
        importInto(
            environment,
            aSolution({ ...scripts([ONE, '1'], [TWO, '2']), uniqueName: 'Library', managed: true }),
        );
        const form =
            `<FormXml><forms type="main"><systemform><formid>{${FORM}}</formid><form><formLibraries><Library name="gdn_/one.js" /></formLibraries></form>` +
            `<LocalizedNames>${names('LocalizedName', 'Lead')}</LocalizedNames></systemform></forms></FormXml>`;
        importInto(
            environment,
            aSolution({ roots: LEAD_ROOT, sections: entities(anExtendedTable('Lead', '', form)), uniqueName: 'User' }),
        );
        expect(
            refusal(() =>
                importInto(environment, aSolution({ ...scripts([TWO, '2']), uniqueName: 'Library', managed: true })),
            ),
        ).toMatch(/^0x8004801d .*webresource gdn_\/one\.js, which the solution User needs/);
    });
});

describe('A solution that adds a status reason to a table of the base', () => {
    it('adds it to those that are there and changes nothing else of the column', () => {
        const environment = anEnvironment();
        const before = environment.metadata.table('lead').columns.get('statuscode');
        const status = `<attribute PhysicalName="StatusCode"><Type>status</Type><Name>statuscode</Name><optionset Name="lead_statuscode"><OptionSetType>status</OptionSetType><statuses><status value="123450000" state="0"><labels>${names('label', 'Waiting', 'En attente')}</labels></status><status value="1" state="0"><labels>${names('label', 'Brand new')}</labels></status></statuses></optionset></attribute>`;
        importInto(environment, aSolution({ roots: LEAD_ROOT, sections: entities(anExtendedTable('Lead', status)) }));
        const after = environment.metadata.table('lead').columns.get('statuscode');
        expect({ ...after, optionSet: before?.optionSet }).toMatchObject({ ...before });
        const french = before?.optionSet?.options.find(({ value }) => value === 1)?.label[1036];
        expect(after?.optionSet?.options).toEqual([
            ...(before?.optionSet?.options ?? []).map((option) =>
                option.value === 1 ? { ...option, label: { 1033: 'Brand new', 1036: french } } : option,
            ),
            { value: 123450000, state: 0, label: { 1033: 'Waiting', 1036: 'En attente' } },
        ]);
        uninstall(environment, 'Garden');
        expect(environment.metadata.table('lead').columns.get('statuscode')).toEqual(before);
        environment.close();
    });
});

describe('Layers', () => {
    let environment: LocalEnvironment;

    beforeEach(() => {
        environment = anEnvironment();
    });
    afterEach(() => environment.close());

    it('show the unmanaged solution above the managed one, whichever came first', () => {
        importInto(environment, aSolution({ ...leadColumn('Managed'), uniqueName: 'Base', managed: true }));
        importInto(environment, aSolution({ ...leadColumn('Unmanaged'), uniqueName: 'Mine' }));
        importInto(environment, aSolution({ ...leadColumn('Later managed'), uniqueName: 'Later', managed: true }));
        const label = (): string | undefined =>
            environment.metadata.table('lead').columns.get('gdn_soil')?.displayName[1033];
        expect(label()).toBe('Unmanaged');
        uninstall(environment, 'Mine');
        expect(label()).toBe('Later managed');
        uninstall(environment, 'Later');
        expect(label()).toBe('Managed');
        uninstall(environment, 'Base');
        expect(environment.metadata.table('lead').columns.has('gdn_soil')).toBe(false);
    });

    it('uncover the row below when the upper solution goes', () => {
        importInto(environment, aSolution({ ...scripts([ONE, 'lower']), uniqueName: 'Lower', managed: true }));
        importInto(environment, aSolution({ ...scripts([ONE, 'upper']), uniqueName: 'Upper', managed: true }));
        expect(contentOf(environment, 'gdn_/one.js')).toBe('upper');
        uninstall(environment, 'Upper');
        expect(contentOf(environment, 'gdn_/one.js')).toBe('lower');
        uninstall(environment, 'Lower');
        expect(count(environment, 'webresource', "name = 'gdn_/one.js'")).toBe(0);
    });

    it('give a role that the base has back as it was', () => {
        const before = environment.store
            .prepare('SELECT * FROM roleprivileges WHERE roleid = ? ORDER BY privilegename')
            .all('55555555-5555-4555-8555-555555555504');
        expect(before.length).toBeGreaterThan(0);
        importInto(
            environment,
            aSolution({
                roots: '<RootComponent type="20" id="{55555555-5555-4555-8555-555555555504}" behavior="0" />',
                sections:
                    '<Roles><Role id="{55555555-5555-4555-8555-555555555504}" name="Seller"><RolePrivileges><RolePrivilege name="prvReadgdn_Plant" level="Global" /></RolePrivileges></Role></Roles>',
            }),
        );
        expect(row(environment, 'role', 'roleid', '55555555-5555-4555-8555-555555555504')['name']).toBe('Seller');
        expect(count(environment, 'roleprivileges', "privilegename = 'prvReadgdn_Plant'")).toBe(1);
        uninstall(environment, 'Garden');
        expect(row(environment, 'role', 'roleid', '55555555-5555-4555-8555-555555555504')['name']).toBe('Salesperson');
        expect(labels(environment, '55555555-5555-4555-8555-555555555504', 'name')).toEqual({
            1033: 'Salesperson',
            1036: 'Vendeur',
        });
        expect(
            environment.store
                .prepare('SELECT * FROM roleprivileges WHERE roleid = ? ORDER BY privilegename')
                .all('55555555-5555-4555-8555-555555555504'),
        ).toEqual(before);
    });
});

describe('Removing a solution', () => {
    let environment: LocalEnvironment;

    beforeEach(() => {
        environment = anEnvironment();
    });
    afterEach(() => environment.close());

    it.each([false, true])('takes away all that it brought (managed: %s)', (managed) => {
        importInto(environment, aSolution(aFullSolution({ managed })));
        uninstall(environment, 'Garden');
        expect(environment.metadata.findTable('gdn_plant')).toBeUndefined();
        expect(environment.metadata.findTable('gdn_plant_competitor')).toBeUndefined();
        expect(environment.metadata.table('lead').columns.has('gdn_plantid')).toBe(false);
        expect(environment.metadata.table('task').columns.get('regardingobjectid')?.targets).not.toContain('gdn_plant');
        expect(environment.metadata.optionSets.has('gdn_season')).toBe(false);
        expect(environment.metadata.relationshipBySchemaName('gdn_plant_lead')).toBeUndefined();
        for (const [table, where] of [
            ['systemform', `formid = '${FORM}'`],
            ['savedquery', `savedqueryid = '${VIEW}'`],
            ['role', `roleid = '${ROLE}'`],
            ['roleprivileges', `roleid = '${ROLE}'`],
            ['webresource', "name LIKE 'gdn_%'"],
            ['customcontrol', '1 = 1'],
            ['customcontrolresource', '1 = 1'],
            ['appmodule', "uniquename = 'gdn_Garden'"],
            ['appmodulecomponent', '1 = 1'],
            ['sitemap', "sitemapnameunique = 'gdn_Garden'"],
            ['environmentvariabledefinition', '1 = 1'],
            ['ribbondiff', '1 = 1'],
            ['solutionlayer', '1 = 1'],
            ['componentlayer', '1 = 1'],
            ['solutionfile', '1 = 1'],
            ['solutioncontent', '1 = 1'],
            ['solution', "uniquename = 'Garden'"],
            ['sqlite_master', "name LIKE 'gdn_plant%'"],
        ] as const) {
            expect([table, count(environment, table, where)]).toEqual([table, 0]);
        }
        expect(labels(environment, VIEW, 'name')).toEqual({});
    });

    it('takes the rows of its tables and the values of its columns along, and a new import begins empty', () => {
        importInto(environment, aSolution({ ...leadColumn('Soil'), uniqueName: 'Soil' }));
        importInto(environment, aSolution({ roots: PLANT_ROOT, sections: entities(aTable()) }));
        environment.store.prepare("INSERT INTO gdn_plant (gdn_plantid, gdn_name) VALUES ('p1', 'Rose')").run();
        environment.store.prepare("INSERT INTO lead (leadid, lastname, gdn_soil) VALUES ('l1', 'Moss', 'clay')").run();
        uninstall(environment, 'Garden');
        uninstall(environment, 'Soil');
        importInto(environment, aSolution({ ...leadColumn('Soil'), uniqueName: 'Soil' }));
        importInto(environment, aSolution({ roots: PLANT_ROOT, sections: entities(aTable()) }));
        expect(count(environment, 'gdn_plant')).toBe(0);
        expect(row(environment, 'lead', 'leadid', 'l1')).toMatchObject({ lastname: 'Moss', gdn_soil: null });
    });

    it('is refused while another solution needs it, and then nothing changes', () => {
        importInto(environment, aSolution({ roots: PLANT_ROOT, sections: entities(aTable()), uniqueName: 'Plants' }));
        importInto(
            environment,
            aSolution({
                roots: PLANT_ROOT,
                sections: entities(anExtendedTable('gdn_Plant', anAttribute('gdn_Height', 'int'))),
                uniqueName: 'Heights',
            }),
        );
        const before = everything(environment);
        const { metadata } = environment;
        expect(refusal(() => uninstall(environment, 'Plants'))).toMatch(
            /^0x8004f01d Solution dependencies exist, cannot uninstall\. Heights needs/,
        );
        expect(everything(environment)).toBe(before);
        expect(environment.metadata).toBe(metadata);
        uninstall(environment, 'Heights');
        uninstall(environment, 'Plants');
        expect(environment.metadata.findTable('gdn_plant')).toBeUndefined();
    });

    it('is refused for a seller and for solutions of the base', () => {
        importInto(environment, aSolution());
        expect(refusal(() => uninstall(environment, 'Garden', SELLER))).toMatch(/^0x80040220/);
        const base = environment.store
            .prepare<{ uniquename: string }>("SELECT uniquename FROM solution WHERE uniquename <> 'Garden'")
            .all()[0]?.uniquename;
        expect(refusal(() => uninstall(environment, String(base)))).toMatch(
            /^0x8004f005 Attempting to delete a restricted solution/,
        );
        expect(refusal(() => uninstallSolution(environment, 'no such id', as(ADMINISTRATOR)))).toMatch(/^0x80040217/);
    });
});
