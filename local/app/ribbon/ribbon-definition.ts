/**
 * A table's merged `<RibbonDefinition>`, read into plain data. Hidden actions are already gone: the server merges.
 * (Microsoft Learn, "Ribbon XML reference".)
 */
import { childElements, firstChild, parseXml } from '../platform/xml';

export type RibbonControlKind = 'Button' | 'FlyoutAnchor' | 'SplitButton' | 'ToggleButton';

export interface RibbonControl {
    readonly kind: RibbonControlKind;
    readonly id: string;
    readonly command: string;
    readonly sequence: number;
    /** Label, tool tip: text, or `$LocLabels:Id`, or `$Resources:key`. */
    readonly label: string;
    readonly alt: string;
    readonly toolTip: string;
    /** Web resource (`$webresource:name`) or a name that the player knows. */
    readonly image: string;
    /** Flyouts and split buttons. */
    readonly children: readonly RibbonControl[];
    /** The XML of a menu that is made at click time is not supported; the function that would make it. */
    readonly populateQueryCommand?: string;
}

export interface RibbonCommand {
    readonly id: string;
    readonly enableRules: readonly string[];
    readonly displayRules: readonly string[];
    readonly actions: readonly RibbonAction[];
}

export type RibbonAction =
    | {
          readonly kind: 'JavaScriptFunction';
          readonly functionName: string;
          readonly library: string;
          readonly parameters: readonly RibbonParameter[];
      }
    | { readonly kind: 'Url'; readonly address: string; readonly parameters: readonly RibbonParameter[] };

export interface RibbonParameter {
    readonly kind: 'Crm' | 'String' | 'Bool' | 'Int' | 'Decimal';
    /** Of a CrmParameter: what it hands over; of the others: the value. */
    readonly value: string;
    /** Url actions: the name in the query. */
    readonly name?: string;
}

export interface RibbonDefinition {
    /** The controls of a tab, in order: groups by Sequence, controls by Sequence. */
    controlsOf(tabId: string): readonly RibbonControl[];
    command(id: string): RibbonCommand | undefined;
    /** The `<EnableRule>` or `<DisplayRule>` with its tests. */
    rule(kind: 'EnableRule' | 'DisplayRule', id: string): Element | undefined;
    /** A text in a language, the base language when it has none there. */
    label(text: string, language: number, baseLanguage: number): string;
}

/** @throws Error when the XML is not well-formed */
export function readRibbon(ribbonXml: string, table: string): RibbonDefinition {
    const root = parseXml(ribbonXml, `Ribbon of ${table}`).documentElement;
    const byId = (elements: Iterable<Element>): Map<string, Element> =>
        // A later definition of the same id replaces the earlier one, as solution layers do.
        new Map([...elements].map((element) => [element.getAttribute('Id') ?? '', element]));
    const commands = byId(root.querySelectorAll('CommandDefinitions > CommandDefinition'));
    const rules = {
        EnableRule: byId(root.querySelectorAll('RuleDefinitions > EnableRules > EnableRule')),
        DisplayRule: byId(root.querySelectorAll('RuleDefinitions > DisplayRules > DisplayRule')),
    };
    const labels = byId(root.querySelectorAll('LocLabels > LocLabel'));

    return {
        controlsOf(tabId) {
            const tabs = [...root.querySelectorAll('Tab')].filter((tab) => same(tab.getAttribute('Id'), tabId));
            const groups = tabs.flatMap((tab) => [...tab.querySelectorAll('Group')]);
            return sorted(groups.map((group) => ({ group, sequence: sequenceOf(group) }))).flatMap(({ group }) => {
                const controls = firstChild(group, 'Controls');
                return controls ? sorted(readControls(controls)) : [];
            });
        },
        command(id) {
            const element = commands.get(id);
            return element ? readCommand(id, element) : undefined;
        },
        rule: (kind, id) => rules[kind].get(id),
        label(text, language, baseLanguage) {
            const id = /^\$LocLabels:(.+)$/i.exec(text)?.[1];
            if (id === undefined) {
                return text;
            }
            const titles = [...(labels.get(id)?.querySelectorAll('Title') ?? [])];
            const titleIn = (lcid: number): string | undefined =>
                titles
                    .find((title) => Number(title.getAttribute('languagecode')) === lcid)
                    ?.getAttribute('description') ?? undefined;
            return titleIn(language) ?? titleIn(baseLanguage) ?? titles[0]?.getAttribute('description') ?? id;
        },
    };
}

const KINDS: Readonly<Record<string, RibbonControlKind>> = {
    Button: 'Button',
    FlyoutAnchor: 'FlyoutAnchor',
    SplitButton: 'SplitButton',
    ToggleButton: 'ToggleButton',
};

function readControls(parent: Element): RibbonControl[] {
    return childElements(parent).flatMap((element) => {
        const kind = KINDS[element.tagName];
        if (!kind) {
            return [];
        }
        const text = (name: string): string => element.getAttribute(name) ?? '';
        const populate = text('PopulateQueryCommand');
        return [
            {
                kind,
                id: text('Id'),
                command: text('Command'),
                sequence: sequenceOf(element),
                label: text('LabelText'),
                alt: text('Alt'),
                toolTip: text('ToolTipDescription') || text('ToolTipTitle'),
                image: text('ModernImage') || text('Image16by16') || text('Image32by32'),
                children: menuControls(element),
                ...(populate && text('PopulateDynamically') === 'true' ? { populateQueryCommand: populate } : {}),
            },
        ];
    });
}

/** Menu → MenuSection → Controls → Button: the sections in order, their controls in order. */
function menuControls(anchor: Element): readonly RibbonControl[] {
    const menu = firstChild(anchor, 'Menu');
    if (!menu) {
        return [];
    }
    const sections = sorted(
        childElements(menu, 'MenuSection').map((section) => ({ section, sequence: sequenceOf(section) })),
    );
    return sections.flatMap(({ section }) => {
        const controls = firstChild(section, 'Controls');
        return controls ? sorted(readControls(controls)) : [];
    });
}

function readCommand(id: string, element: Element): RibbonCommand {
    const rules = (list: string, rule: string): string[] => {
        const parent = firstChild(element, list);
        return parent ? childElements(parent, rule).map((one) => one.getAttribute('Id') ?? '') : [];
    };
    const actions = firstChild(element, 'Actions');
    return {
        id,
        enableRules: rules('EnableRules', 'EnableRule'),
        displayRules: rules('DisplayRules', 'DisplayRule'),
        actions: actions ? childElements(actions).flatMap(readAction) : [],
    };
}

function readAction(element: Element): RibbonAction[] {
    switch (element.tagName) {
        case 'JavaScriptFunction':
            return [
                {
                    kind: 'JavaScriptFunction',
                    functionName: element.getAttribute('FunctionName') ?? '',
                    library: element.getAttribute('Library') ?? '',
                    parameters: readParameters(element),
                },
            ];
        case 'Url':
            return [
                { kind: 'Url', address: element.getAttribute('Address') ?? '', parameters: readParameters(element) },
            ];
        default:
            return [];
    }
}

const PARAMETERS: Readonly<Record<string, RibbonParameter['kind']>> = {
    CrmParameter: 'Crm',
    StringParameter: 'String',
    BoolParameter: 'Bool',
    IntParameter: 'Int',
    DecimalParameter: 'Decimal',
};

/** The parameters of an action or of a CustomRule, in order. */
export function readParameters(element: Element): readonly RibbonParameter[] {
    return childElements(element).flatMap((child) => {
        const kind = PARAMETERS[child.tagName];
        const name = child.getAttribute('Name');
        return kind ? [{ kind, value: child.getAttribute('Value') ?? '', ...(name ? { name } : {}) }] : [];
    });
}

function sequenceOf(element: Element): number {
    return Number(element.getAttribute('Sequence') ?? 0) || 0;
}

/** Stable: what has the same Sequence keeps the order of the document. */
function sorted<T extends { readonly sequence: number }>(items: readonly T[]): T[] {
    return [...items].sort((one, other) => one.sequence - other.sequence);
}

function same(one: string | null, other: string): boolean {
    return one?.toLowerCase() === other.toLowerCase();
}
