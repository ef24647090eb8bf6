import { clientApp } from '../../../../local/dataverse/client/client-app';
import { clientControl, controlFile } from '../../../../local/dataverse/client/client-control';
import { clientEnvironment } from '../../../../local/dataverse/client/client-environment';
import { clientEtag } from '../../../../local/dataverse/client/client-etag';
import { clientTable } from '../../../../local/dataverse/client/client-table';
import type { LocalDataverse } from '../../../../local/dataverse/local-dataverse';
import { createLocalDataverse } from '../../../../local/dataverse/local-dataverse';
import { forgetPrincipals } from '../../../../local/dataverse/security/principal';
import { aFullSolution, CONTROL, FORM, ROLE, VIEW } from '../solution/a-full-solution';
import { aSolution } from '../solution/a-solution';
import { ADMINISTRATOR, as, FRENCH_SELLER, refusal, SELLER } from '../solution/an-environment';

describe('What the app player loads', () => {
    let local: LocalDataverse;

    beforeAll(() => {
        local = createLocalDataverse();
        local.organization.execute(
            'ImportSolution',
            { CustomizationFile: aSolution(aFullSolution()) },
            as(ADMINISTRATOR),
        );
        local.environment.store
            .prepare('INSERT INTO systemuserroles (systemuserroleid, systemuserid, roleid) VALUES (?, ?, ?)')
            .run('eeeeeeee-0000-4000-8000-000000000001', FRENCH_SELLER, ROLE);
        forgetPrincipals(local.environment);
    });
    afterAll(() => local.close());

    describe('of the environment', () => {
        it('is the organization, the user with settings and privileges, and all users', () => {
            const environment = clientEnvironment(local.environment, FRENCH_SELLER);
            expect(environment.organization).toMatchObject({
                baseLanguage: 1033,
                languages: [1033, 1036],
                baseCurrency: { code: 'EUR', symbol: '€' },
            });
            expect(environment.user).toMatchObject({
                fullName: 'Nadia Laurent',
                language: 1036,
                locale: 'fr-FR',
                timeZone: 'Europe/Paris',
                theme: 'light',
                currency: { code: 'EUR' },
            });
            expect(environment.user.roles.map(({ name }) => name).sort()).toEqual(['Gardener', 'Salesperson']);
            expect(environment.users).toHaveLength(5);
        });

        it('gives the depth of each privilege, and none for what the user may not do', () => {
            const seller = clientEnvironment(local.environment, FRENCH_SELLER).user.privileges;
            expect(seller['prvReadgdn_Plant']).toBe(4);
            expect(seller['prvCreategdn_Plant']).toBe(1);
            expect(seller['prvDeletegdn_Plant']).toBeUndefined();
            const administrator = clientEnvironment(local.environment, ADMINISTRATOR).user.privileges;
            expect(administrator['prvDeletegdn_Plant']).toBe(8);
        });

        it('lists the apps that the user may open, in the user’s language', () => {
            expect(clientEnvironment(local.environment, FRENCH_SELLER).apps).toMatchObject([
                { uniqueName: 'gdn_Garden', name: 'Jardin', description: 'Plates-bandes et plantes' },
            ]);
            expect(clientEnvironment(local.environment, SELLER).apps).toEqual([]);
            expect(clientEnvironment(local.environment, ADMINISTRATOR).apps).toMatchObject([{ name: 'Garden' }]);
        });
    });

    describe('of an app', () => {
        it('is its navigation in the user’s language, without what the user may not read or do', () => {
            expect(clientApp(local.environment, 'gdn_Garden', FRENCH_SELLER)).toMatchObject({
                name: 'Jardin',
                tables: ['lead', 'gdn_plant'],
                areas: [
                    {
                        id: 'garden',
                        title: 'Jardin',
                        groups: [
                            {
                                title: 'Plates-bandes',
                                subAreas: [
                                    {
                                        id: 'plants',
                                        title: 'Plantes',
                                        table: 'gdn_plant',
                                        icon: 'gdn_/icons/plant.svg',
                                    },
                                    { id: 'leads', title: 'Prospects', table: 'lead' },
                                ],
                            },
                        ],
                    },
                ],
            });
            const all = clientApp(local.environment, 'gdn_Garden', ADMINISTRATOR).areas[0]?.groups[0]?.subAreas;
            expect(all?.map(({ id }) => id)).toEqual(['plants', 'leads', 'roles']);
        });

        it('is found by id and by unique name in any case', () => {
            const { id } = clientApp(local.environment, 'GDN_garden', ADMINISTRATOR);
            expect(clientApp(local.environment, `{${id.toUpperCase()}}`, ADMINISTRATOR).uniqueName).toBe('gdn_Garden');
        });

        it('is refused when there is none, or when the user has none of its roles', () => {
            expect(refusal(() => clientApp(local.environment, 'gdn_Gone', ADMINISTRATOR))).toMatch(/^0x80040217/);
            expect(refusal(() => clientApp(local.environment, 'gdn_Garden', SELLER))).toMatch(/^0x80040220/);
        });
    });

    describe('of a table', () => {
        it('is its columns with labels in the user’s language, else in English', () => {
            const table = clientTable(local.environment, 'gdn_plant', FRENCH_SELLER);
            expect(table).toMatchObject({
                displayName: 'Plante',
                displayCollectionName: 'Plantes',
                primaryNameColumn: 'gdn_name',
                hasNotes: true,
                privileges: { create: 1, read: 4, write: 0, delete: 0 },
            });
            expect(table.columns['gdn_colour']).toMatchObject({
                displayName: 'gdn_Colour (fr)',
                options: [{ value: 123450000, label: 'Rouge', color: '#ff0000' }, { label: 'Blanc' }],
                defaultValue: 123450001,
            });
            expect(table.columns['gdn_key']?.displayName).toBe('gdn_Key (fr)');
            expect(table.columns['gdn_colourname']).toBeUndefined();
            expect(table.columns['statuscode']?.options?.[1]).toMatchObject({ label: 'Fané', state: 1 });
        });

        it('is its relationships on both sides', () => {
            const table = clientTable(local.environment, 'gdn_plant', ADMINISTRATOR);
            expect(table.oneToMany).toContainEqual(
                expect.objectContaining({
                    schemaName: 'gdn_plant_lead',
                    referencingTable: 'lead',
                    lookupNavigationProperty: 'gdn_PlantId',
                    deleteBehavior: 'RemoveLink',
                }),
            );
            expect(table.manyToOne).toContainEqual(expect.objectContaining({ referencingColumn: 'gdn_contactid' }));
            expect(table.manyToMany).toEqual([
                {
                    schemaName: 'gdn_plant_competitor',
                    intersectTable: 'gdn_plant_competitor',
                    navigationProperty: 'gdn_plant_competitor',
                    otherTable: 'competitor',
                    column: 'gdn_plantid',
                    otherColumn: 'competitorid',
                },
            ]);
            expect(clientTable(local.environment, 'competitor', ADMINISTRATOR).manyToMany).toContainEqual(
                expect.objectContaining({ otherTable: 'gdn_plant', column: 'competitorid' }),
            );
        });

        it('is its views, the user’s own ones last and no one else’s', () => {
            const { environment, organization } = local;
            const own = (userId: string, name: string): string =>
                organization.create(
                    'userquery',
                    {
                        name,
                        returnedtypecode: 'gdn_plant',
                        fetchxml: '<fetch><entity name="gdn_plant" /></fetch>',
                        layoutxml: '<grid />',
                        querytype: 0,
                    },
                    as(userId),
                );
            own(FRENCH_SELLER, 'Mine');
            own(ADMINISTRATOR, 'Not mine');
            const { views } = clientTable(environment, 'gdn_plant', FRENCH_SELLER);
            expect(views.map(({ name, isPersonal, isDefault }) => [name, isPersonal, isDefault])).toEqual([
                ['Plantes du jardin', false, true],
                ['Mine', true, false],
            ]);
            expect(views[0]?.id).toBe(VIEW);
        });

        it('is its forms, the one that an app lists being the default', () => {
            expect(clientTable(local.environment, 'gdn_plant', FRENCH_SELLER).forms).toMatchObject([
                { id: FORM, name: 'Plante', type: 2, isDefault: true },
            ]);
            const lead = clientTable(local.environment, 'lead', SELLER).forms;
            expect(lead.filter(({ type, isDefault }) => type === 2 && isDefault)).toHaveLength(1);
        });

        it('is its command bar with what the solution adds', () => {
            expect(clientTable(local.environment, 'lead', SELLER).ribbonXml).toMatch(
                /^<RibbonDefinition>.*<Button Id="gdn\.water".*LabelText="\$LocLabels:gdn\.water\.label"/,
            );
        });

        it('is the code components that show its grids', () => {
            expect(clientTable(local.environment, 'gdn_plant', SELLER).gridControls).toEqual([
                {
                    name: CONTROL,
                    formFactors: [0, 1, 2],
                    dataSet: 'plants',
                    parameters: { size: { type: 'Whole.None', static: true, value: '3' } },
                },
            ]);
            expect(clientTable(local.environment, 'lead', SELLER).gridControls).toEqual([]);
        });

        it('is its business process, in the user’s language', () => {
            const process = clientTable(local.environment, 'opportunity', FRENCH_SELLER).process;
            expect(process).toMatchObject({
                id: '919e14d1-6489-4852-abd0-a63a6ecaac5d',
                table: 'leadtoopportunitysalesprocess',
            });
            expect(process?.stages.map(({ name, table }) => [name, table])).toEqual([
                ['Qualifier', 'lead'],
                ['Développer', 'opportunity'],
                ['Proposer', 'opportunity'],
                ['Clôturer', 'opportunity'],
            ]);
            expect(clientTable(local.environment, 'lead', SELLER).process?.id).toBe(process?.id);
            expect(clientTable(local.environment, 'gdn_plant', SELLER).process).toBeNull();
        });

        it('is refused when there is no such table', () => {
            expect(refusal(() => clientTable(local.environment, 'gdn_gone', SELLER))).toMatch(/^0x8.*gdn_gone/);
        });
    });

    it('of a code component is its manifest and its files', () => {
        expect(clientControl(local.environment, CONTROL)).toMatchObject({
            manifestXml: expect.stringContaining('constructor="PlantCards"') as unknown,
            baseUrl: `/CustomControls/${CONTROL}/`,
        });
        const file = controlFile(local.environment, CONTROL, 'bundle.js');
        expect(Buffer.from(file ?? []).toString()).toBe('var bundle;');
        expect(controlFile(local.environment, CONTROL, '../secret')).toBeUndefined();
        expect(refusal(() => clientControl(local.environment, 'gdn_Garden.Gone'))).toMatch(/^0x80040217/);
    });

    it('is good until metadata, language or views change', () => {
        const { environment, organization } = local;
        const tags = [clientEtag(environment, SELLER)];
        expect(clientEtag(environment, SELLER)).toBe(tags[0]);
        tags.push(clientEtag(environment, FRENCH_SELLER));
        organization.execute('PublishAllXml', {}, as(ADMINISTRATOR));
        tags.push(clientEtag(environment, SELLER));
        organization.update('savedquery', VIEW, { description: 'All that grows' }, as(ADMINISTRATOR));
        tags.push(clientEtag(environment, SELLER));
        environment.store.prepare('UPDATE usersettings SET uilanguageid = 1036 WHERE systemuserid = ?').run(SELLER);
        tags.push(clientEtag(environment, SELLER));
        expect(new Set(tags).size).toBe(5);
        expect(tags.every((tag) => /^"[\x21\x23-\x7e]*"$/.test(tag))).toBe(true);
    });
});
