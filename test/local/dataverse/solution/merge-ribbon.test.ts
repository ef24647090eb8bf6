import { strFromU8, unzipSync } from 'fflate';

import { createLocalDataverse } from '../../../../local/dataverse/local-dataverse';
import { mergeRibbon } from '../../../../local/dataverse/solution/ribbon/merge-ribbon';
import type { XmlElement } from '../../../../local/dataverse/solution/xml';
import { child, childrenNamed, descendants, parseXml } from '../../../../local/dataverse/solution/xml';

import { aFullSolution } from './a-full-solution';
import { aSolution } from './a-solution';
import { ADMINISTRATOR, as } from './an-environment';

const BASE =
    '<RibbonDefinition><UI><Ribbon><Tabs Id="Mscrm.Tabs"><Tab Id="Mscrm.Form.lead.MainTab"><Groups Id="Mscrm.Form.lead.MainTab.Groups">' +
    '<Group Id="Mscrm.Form.lead.MainTab.Save"><Controls Id="Mscrm.Form.lead.MainTab.Save.Controls">' +
    '<Button Id="Mscrm.Form.lead.Save" Command="Mscrm.Save" Sequence="10" /><Button Id="Mscrm.Form.lead.Delete" Command="Mscrm.Delete" Sequence="30" /></Controls></Group>' +
    '</Groups></Tab></Tabs></Ribbon></UI><Templates />' +
    '<CommandDefinitions><CommandDefinition Id="Mscrm.Save"><Actions><JavaScriptFunction FunctionName="Platform.Form.save" Library="$webresource:platform" /></Actions></CommandDefinition></CommandDefinitions>' +
    '<RuleDefinitions><TabDisplayRules /><DisplayRules /><EnableRules><EnableRule Id="Mscrm.IsOpen"><FormStateRule State="Existing" /></EnableRule></EnableRules></RuleDefinitions>' +
    '<LocLabels><LocLabel Id="Mscrm.Save.Label"><Titles><Title languagecode="1033" description="Save" /></Titles></LocLabel></LocLabels></RibbonDefinition>';

const diff = (parts: string): { solution: string; xml: string } => ({
    solution: 'Garden',
    xml: `<RibbonDiffXml>${parts}</RibbonDiffXml>`,
});

const add = (id: string, location: string, sequence?: number): string =>
    `<CustomAction Id="${id}.action" Location="${location}"${sequence === undefined ? '' : ` Sequence="${sequence}"`}>` +
    `<CommandUIDefinition><Button Id="${id}" Command="${id}.command" /></CommandUIDefinition></CustomAction>`;

const actions = (inner: string): { solution: string; xml: string } => diff(`<CustomActions>${inner}</CustomActions>`);

const SAVE = 'Mscrm.Form.lead.MainTab.Save.Controls._children';

const merged = (...diffs: { solution: string; xml: string }[]): XmlElement =>
    parseXml(mergeRibbon(BASE, diffs, 'lead'), 'ribbon');

const buttons = (ribbon: XmlElement): readonly (string | undefined)[] =>
    [...descendants(ribbon, 'Button')].map((button) => button.attributes['Id']);

describe('A merged ribbon', () => {
    it('is the base as it is when nothing changes it', () => {
        expect(mergeRibbon(BASE, [], 'lead')).toBe(BASE);
    });

    it('has added buttons where their sequence puts them', () => {
        expect(
            buttons(merged(actions(add('late', SAVE, 40) + add('between', SAVE, 20) + add('first', SAVE, 5)))),
        ).toEqual(['first', 'Mscrm.Form.lead.Save', 'between', 'Mscrm.Form.lead.Delete', 'late']);
    });

    it('has buttons without a sequence at the end, and those of equal sequence in the order they came', () => {
        expect(buttons(merged(actions(add('none', SAVE) + add('one', SAVE, 30) + add('two', SAVE, 30))))).toEqual([
            'Mscrm.Form.lead.Save',
            'Mscrm.Form.lead.Delete',
            'one',
            'two',
            'none',
        ]);
    });

    it('has a button once although two solutions add it, as the upper one says', () => {
        const upper = add('b', SAVE, 20).replace('Command="b.command"', 'Command="upper"');
        const ribbon = merged(actions(add('b', SAVE, 20)), actions(upper));
        expect([...descendants(ribbon, 'Button')].map((button) => button.attributes['Command'])).toEqual([
            'Mscrm.Save',
            'upper',
            'Mscrm.Delete',
        ]);
    });

    it('has a new button in place of the one that a location without ._children names', () => {
        expect(buttons(merged(actions(add('own', 'Mscrm.Form.lead.Save'))))).toEqual(['own', 'Mscrm.Form.lead.Delete']);
    });

    it('finds places without case, and makes groups that the base does not use', () => {
        const ribbon = merged(
            actions(
                add('a', 'Mscrm.Form.Lead.MainTab.Save.Controls._children', 20) +
                    add('b', 'Mscrm.Form.lead.MainTab.Actions.Controls._children', 1) +
                    add('c', 'Mscrm.Jewel.Controls._children', 1),
            ),
        );
        expect(buttons(ribbon)).toEqual(['Mscrm.Form.lead.Save', 'a', 'Mscrm.Form.lead.Delete', 'b']);
        expect([...descendants(ribbon, 'Group')].map((group) => group.attributes['Id'])).toEqual([
            'Mscrm.Form.lead.MainTab.Save',
            'Mscrm.Form.lead.MainTab.Actions',
        ]);
    });

    it('lacks what is hidden, also what a lower solution added', () => {
        const hide = (location: string): string => `<HideCustomAction HideActionId="x" Location="${location}" />`;
        expect(
            buttons(
                merged(
                    actions(add('lower', SAVE, 20)),
                    actions(hide('lower') + hide('Mscrm.Form.lead.Save') + hide('no such')),
                ),
            ),
        ).toEqual(['Mscrm.Form.lead.Delete']);
    });

    it('has commands, rules and labels of the same id as the upper solution says, and others beside them', () => {
        const ribbon = merged(
            diff(
                '<CommandDefinitions><CommandDefinition Id="Mscrm.Save"><Actions><JavaScriptFunction FunctionName="Garden.save" Library="$webresource:gdn_a.js" /></Actions></CommandDefinition><CommandDefinition Id="own" /></CommandDefinitions>' +
                    '<RuleDefinitions><DisplayRules><DisplayRule Id="own" /></DisplayRules><EnableRules><EnableRule Id="Mscrm.IsOpen"><ValueRule Field="statecode" Value="0" /></EnableRule></EnableRules></RuleDefinitions>' +
                    '<LocLabels><LocLabel Id="own.label" /><LocLabel Id="Mscrm.Save.Label"><Titles><Title languagecode="1036" description="Enregistrer" /></Titles></LocLabel></LocLabels>',
            ),
        );
        const commands = childrenNamed(child(ribbon, 'CommandDefinitions'), 'CommandDefinition');
        expect(commands.map((command) => command.attributes['Id'])).toEqual(['Mscrm.Save', 'own']);
        expect(
            [...descendants(ribbon, 'JavaScriptFunction')].map((action) => action.attributes['FunctionName']),
        ).toEqual(['Garden.save']);
        expect([...descendants(ribbon, 'EnableRule')].flatMap((rule) => rule.children.map(({ name }) => name))).toEqual(
            ['ValueRule'],
        );
        expect([...descendants(ribbon, 'DisplayRule')]).toHaveLength(1);
        expect([...descendants(ribbon, 'Title')].map((title) => title.attributes['description'])).toEqual([
            'Enregistrer',
        ]);
    });

    it('puts the table in for {!EntityLogicalName} of application-wide actions', () => {
        const location = 'Mscrm.Form.{!EntityLogicalName}.MainTab.Save.Controls._children';
        expect(buttons(merged(actions(add('everywhere.{!EntityLogicalName}', location, 1))))[0]).toBe(
            'everywhere.lead',
        );
    });

    it('is refused with the name of the solution when a difference is not well-formed', () => {
        expect(() =>
            mergeRibbon(BASE, [{ solution: 'Garden', xml: '<RibbonDiffXml><a></RibbonDiffXml>' }], 'lead'),
        ).toThrow(/the ribbon of Garden is not well-formed XML/);
    });
});

describe('RetrieveEntityRibbon', () => {
    it('answers a zip with the merged ribbon of the table, and RetrieveApplicationRibbon one of the application', () => {
        const { organization, close } = createLocalDataverse();
        organization.execute('ImportSolution', { CustomizationFile: aSolution(aFullSolution()) }, as(ADMINISTRATOR));
        const xmlOf = (zip: unknown): string => {
            expect(zip).toBeInstanceOf(Uint8Array);
            return strFromU8(unzipSync(zip as Uint8Array)['RibbonXml.xml'] ?? new Uint8Array());
        };
        const lead = organization.execute('RetrieveEntityRibbon', { EntityName: 'lead' }, as(ADMINISTRATOR));
        expect(xmlOf(lead['CompressedEntityXml'])).toMatch(/^<RibbonDefinitions><RibbonDefinition>.*Id="gdn\.water"/);
        const plant = organization.execute('RetrieveEntityRibbon', { EntityName: 'gdn_plant' }, as(ADMINISTRATOR));
        expect(xmlOf(plant['CompressedEntityXml'])).toContain('Mscrm.Form.gdn_plant.MainTab');
        const application = organization.execute('RetrieveApplicationRibbon', {}, as(ADMINISTRATOR));
        expect(xmlOf(application['CompressedApplicationRibbonXml'])).toMatch(/^<RibbonDefinitions><RibbonDefinition>/);
        close();
    });
});
