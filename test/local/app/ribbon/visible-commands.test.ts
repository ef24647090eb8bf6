/** @jest-environment jsdom */
import { readRibbon } from '../../../../local/app/ribbon/ribbon-definition';
import { visibleCommands, type VisibleCommand } from '../../../../local/app/ribbon/visible-commands';
import type { CommandTarget, Scripts } from '../../../../local/app/platform/types';
import type { ClientTable } from '../../../../local/dataverse/client/types';
import { environment, leadTable } from '../fixtures';

interface Situation {
    readonly rule?: string;
    readonly displayRule?: string;
    readonly target?: Partial<CommandTarget>;
    readonly table?: Partial<ClientTable>;
    readonly functions?: Readonly<Record<string, (...parameters: readonly unknown[]) => unknown>>;
}

function ribbonXml(rule: string, displayRule: string): string {
    return `<RibbonDefinition><UI><Tabs><Tab Id="Mscrm.HomepageGrid.lead.MainTab"><Groups><Group Id="g" Sequence="10"><Controls>
        <Button Id="one" Command="c" Sequence="10" LabelText="$LocLabels:One"/></Controls></Group></Groups></Tab></Tabs></UI>
        <CommandDefinitions><CommandDefinition Id="c"><EnableRules><EnableRule Id="e"/></EnableRules><DisplayRules><DisplayRule Id="d"/></DisplayRules><Actions/></CommandDefinition></CommandDefinitions>
        <RuleDefinitions><EnableRules><EnableRule Id="e">${rule}</EnableRule></EnableRules><DisplayRules><DisplayRule Id="d">${displayRule}</DisplayRule></DisplayRules></RuleDefinitions></RibbonDefinition>`;
}

function targetOf(table: ClientTable, change: Partial<CommandTarget> = {}): CommandTarget {
    return {
        location: 'HomepageGrid',
        table,
        primaryControl: 'the page',
        selectedControl: 'the grid',
        selectedIds: [],
        allIds: [],
        formType: 0,
        valueOf: () => undefined,
        platformCommands: {},
        subscribe: () => () => undefined,
        ...change,
    };
}

async function shows(situation: Situation): Promise<{ visible: boolean; reports: string[]; loaded: string[] }> {
    const loaded: string[] = [];
    const scripts: Scripts = {
        load: (names) => {
            loaded.push(...names);
            return Promise.resolve();
        },
        resolve: (name) => {
            const found = situation.functions?.[name];
            if (!found) {
                throw new Error(`"${name}" does not exist.`);
            }
            return found;
        },
    };
    const table = leadTable(situation.table);
    const reports: string[] = [];
    const target = targetOf(table, situation.target);
    // Tabs are named by where they stand; the ribbon of these tests has one tab, wherever that is.
    const xml = ribbonXml(situation.rule ?? '', situation.displayRule ?? '').replace('HomepageGrid', target.location);
    const commands = await visibleCommands(
        readRibbon(xml, 'lead'),
        target,
        { environment, scripts, table: () => Promise.reject(new Error('none')) },
        (error) => reports.push(error.message),
    );
    return { visible: commands.length === 1, reports, loaded };
}

const custom = (attributes = ''): string =>
    `<CustomRule FunctionName="Rules.ask" Library="$webresource:new_/rules.js" ${attributes}><CrmParameter Value="SelectedControlSelectedItemIds"/><StringParameter Value="x"/></CustomRule>`;

describe('A command shows when', () => {
    it.each<[string, Situation]>([
        ['it has no rules', {}],
        [
            'as many rows are selected as the rule asks for',
            {
                rule: '<SelectionCountRule AppliesTo="SelectedEntity" Minimum="1" Maximum="2"/>',
                target: { selectedIds: ['1', '2'] },
            },
        ],
        [
            'the form has the state',
            { rule: '<FormStateRule State="Existing"/>', target: { location: 'Form', formType: 2 } },
        ],
        [
            'the form has not the state of an inverted rule',
            { rule: '<FormStateRule State="Create" InvertResult="true"/>', target: { location: 'Form', formType: 2 } },
        ],
        [
            'the column has the value',
            { rule: '<ValueRule Field="statecode" Value="0"/>', target: { valueOf: () => 0 } },
        ],
        ['the yes/no column is yes', { rule: '<ValueRule Field="x" Value="1"/>', target: { valueOf: () => true } }],
        ['the value is not known and counts as true', { rule: '<ValueRule Field="x" Value="1" Default="true"/>' }],
        [
            'the empty column is asked to be empty',
            { rule: '<ValueRule Field="x" Value="null"/>', target: { valueOf: () => null } },
        ],
        ['the client is the browser', { rule: '<CrmClientTypeRule Type="Web"/>' }],
        ['the client is not Outlook', { rule: '<CrmClientTypeRule Type="Outlook" InvertResult="true"/>' }],
        ['it is online', { rule: '<CrmOfflineAccessStateRule State="Online"/><SkuRule Sku="Online"/>' }],
        [
            'one of several groups holds',
            {
                rule: '<OrRule><Or><CrmClientTypeRule Type="Outlook"/></Or><Or><CrmClientTypeRule Type="Web"/></Or></OrRule>',
            },
        ],
        ['the user may write', { displayRule: '<EntityPrivilegeRule PrivilegeType="Write" PrivilegeDepth="Global"/>' }],
        ['the user may assign own rows', { displayRule: '<RecordPrivilegeRule PrivilegeType="Assign"/>' }],
        [
            'the table has a state',
            { displayRule: '<EntityPropertyRule PropertyName="HasStateCode" PropertyValue="true"/>' },
        ],
        ['the table and the place fit', { displayRule: '<EntityRule EntityName="lead" Context="HomepageGrid"/>' }],
        [
            'the state has one status reason',
            { displayRule: '<OptionSetRule OptionSet="lead_statuscode" StateCode="1"/>' },
        ],
        ['the script says so', { rule: custom(), functions: { 'Rules.ask': () => true } }],
        ['the script says so later', { rule: custom(), functions: { 'Rules.ask': () => Promise.resolve(true) } }],
        [
            'the script says no to an inverted rule',
            { rule: custom('InvertResult="true"'), functions: { 'Rules.ask': () => false } },
        ],
    ])('%s', async (_, situation) => {
        await expect(shows(situation)).resolves.toMatchObject({ visible: true, reports: [] });
    });
});

describe('A command is hidden when', () => {
    it.each<[string, Situation]>([
        ['too few rows are selected', { rule: '<SelectionCountRule Minimum="1"/>' }],
        [
            'too many rows are selected',
            { rule: '<SelectionCountRule Minimum="1" Maximum="1"/>', target: { selectedIds: ['1', '2'] } },
        ],
        [
            'the column has another value',
            { rule: '<ValueRule Field="statecode" Value="0"/>', target: { valueOf: () => 2 } },
        ],
        ['the value is not known', { rule: '<ValueRule Field="x" Value="1"/>' }],
        ['one rule of several fails', { rule: '<CrmClientTypeRule Type="Web"/><SelectionCountRule Minimum="1"/>' }],
        ['no group holds', { rule: '<OrRule><Or><CrmClientTypeRule Type="Outlook"/></Or></OrRule>' }],
        [
            'the user lacks the privilege',
            { displayRule: '<EntityPrivilegeRule PrivilegeType="Delete" PrivilegeDepth="Basic"/>' },
        ],
        [
            'the privilege is not deep enough',
            { displayRule: '<EntityPrivilegeRule PrivilegeType="Assign" PrivilegeDepth="Global"/>' },
        ],
        [
            'the state has several status reasons',
            { displayRule: '<OptionSetRule OptionSet="lead_statuscode" StateCode="2"/>' },
        ],
        ['the rule is about pages of the web client of old', { rule: '<PageRule Address="x"/>' }],
        ['the script says no', { rule: custom(), functions: { 'Rules.ask': () => false } }],
        ['the script answers anything but true', { rule: custom(), functions: { 'Rules.ask': () => 'yes' } }],
    ])('%s', async (_, situation) => {
        await expect(shows(situation)).resolves.toMatchObject({ visible: false, reports: [] });
    });

    it('the script fails, and the report names rule and reason', async () => {
        const failing = { 'Rules.ask': () => Promise.reject(new Error('no network')) };
        await expect(shows({ rule: custom(), functions: failing })).resolves.toMatchObject({
            visible: false,
            reports: ['EnableRule "e": no network'],
        });
    });

    it('a rule has a test that nobody knows, and the report names it', async () => {
        const { visible, reports } = await shows({ rule: '<MoonPhaseRule/>' });
        expect(visible).toBe(false);
        expect(reports[0]).toContain('<MoonPhaseRule>');
    });
});

describe('A custom rule', () => {
    it('loads its library and hands over what the ribbon says', async () => {
        const ask = jest.fn(() => true);
        const { loaded } = await shows({
            rule: custom(),
            functions: { 'Rules.ask': ask },
            target: { selectedIds: ['00000000-0000-4000-8000-00000000000a'] },
        });
        expect(loaded).toEqual(['$webresource:new_/rules.js']);
        expect(ask).toHaveBeenCalledWith(['{00000000-0000-4000-8000-00000000000A}'], 'x');
    });
});

describe('The controls of a command bar', () => {
    const XML = `<RibbonDefinition><UI><Tabs><Tab Id="Mscrm.HomepageGrid.lead.MainTab"><Groups>
        <Group Id="late" Sequence="20"><Controls><Button Id="c" Command="ok" Sequence="1"/></Controls></Group>
        <Group Id="early" Sequence="10"><Controls><Button Id="b" Command="ok" Sequence="20"/><Button Id="a" Command="ok" Sequence="10" LabelText="$LocLabels:A"/>
            <FlyoutAnchor Id="empty" Sequence="30"><Menu><MenuSection><Controls><Button Id="no" Command="never"/></Controls></MenuSection></Menu></FlyoutAnchor>
            <FlyoutAnchor Id="menu" Sequence="40"><Menu><MenuSection Sequence="20"><Controls><Button Id="m2" Command="ok"/></Controls></MenuSection><MenuSection Sequence="10"><Controls><Button Id="m1" Command="ok"/></Controls></MenuSection></Menu></FlyoutAnchor>
            <Button Id="lost" Command="nowhere" Sequence="50"/><Button Id="show" Command="show" Sequence="60"/></Controls></Group></Groups></Tab></Tabs></UI>
        <CommandDefinitions><CommandDefinition Id="ok"><Actions/></CommandDefinition><CommandDefinition Id="never"><EnableRules><EnableRule Id="never"/></EnableRules></CommandDefinition>
            <CommandDefinition Id="show"><Actions><JavaScriptFunction FunctionName="Platform.Grid.showAs" Library="$webresource:platform"/></Actions></CommandDefinition></CommandDefinitions>
        <RuleDefinitions><EnableRules><EnableRule Id="never"><SelectionCountRule Minimum="9"/></EnableRule></EnableRules></RuleDefinitions>
        <LocLabels><LocLabel Id="A"><Titles><Title languagecode="1033" description="Open"/><Title languagecode="1036" description="Ouvrir"/></Titles></LocLabel></LocLabels></RibbonDefinition>`;
    const ribbon = readRibbon(XML, 'lead');
    const platform = { environment, scripts: { load: jest.fn(), resolve: jest.fn() }, table: jest.fn() };
    const ids = (commands: readonly VisibleCommand[]): unknown[] =>
        commands.map(({ control, children }) => (children.length > 0 ? [control.id, ...ids(children)] : control.id));

    it('stand in the order of groups and sequences; empty menus and commands without a definition are left out', async () => {
        const commands = await visibleCommands(ribbon, targetOf(leadTable()), platform, () => undefined);
        expect(ids(commands)).toEqual(['a', 'b', ['menu', 'm1', 'm2'], 'show', 'c']);
    });

    it('with a platform menu show only when there is something to choose', async () => {
        const item = { key: 'k', label: 'K', checked: true, choose: jest.fn() };
        const withMenu = (items: number): CommandTarget =>
            targetOf(leadTable(), { platformMenus: { 'Platform.Grid.showAs': Array(items).fill(item) } });
        expect(ids(await visibleCommands(ribbon, withMenu(1), platform, () => undefined))).not.toContain('show');
        expect(ids(await visibleCommands(ribbon, withMenu(2), platform, () => undefined))).toContain('show');
    });

    it('are labelled in the language of the user, else in the base language', () => {
        expect(ribbon.label('$LocLabels:A', 1036, 1033)).toBe('Ouvrir');
        expect(ribbon.label('$LocLabels:A', 1031, 1033)).toBe('Open');
        expect(ribbon.label('Plain', 1036, 1033)).toBe('Plain');
    });
});
