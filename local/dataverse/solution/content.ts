/**
 * What a solution file brings, in the shapes the environment stores: the component kinds (`components/`) fill one of
 * these; `import-solution.ts` checks it and writes it. Nothing here touches the store.
 */
import type { LayerTable, TableProperties } from '../metadata/layer';
import type { Column, Label, OptionSet, Relationship, TableKey } from '../metadata/types';
import type { Row } from '../pipeline/types';

import { nameBasedId } from './name-based-id';
import type { XmlElement } from './xml';
import { placeOf } from './xml';

/** Component types of `solutioncomponent` (Microsoft Learn, "SolutionComponent table reference"). */
export const ComponentType = {
    Table: 1,
    Column: 2,
    Relationship: 3,
    OptionSet: 9,
    EntityRelationship: 10,
    Key: 14,
    Role: 20,
    View: 26,
    Workflow: 29,
    EntityMap: 46,
    Ribbon: 50,
    Chart: 59,
    Form: 60,
    WebResource: 61,
    SiteMap: 62,
    CustomControl: 66,
    CustomControlDefaultConfig: 68,
    AppModule: 80,
    PluginType: 90,
    PluginAssembly: 91,
    PluginStep: 92,
    EnvironmentVariableDefinition: 380,
    EnvironmentVariableValue: 381,
    /** Above 10000, as the platform gives to tables that came later: the numbers of this environment. */
    CustomApi: 10029,
    CustomApiRequestParameter: 10030,
    CustomApiResponseProperty: 10031,
    FxExpression: 10092,
    Function: 10420,
} as const;

export type ComponentTypeCode = (typeof ComponentType)[keyof typeof ComponentType];

/** Something the solution brings that the environment counts as a component. */
export interface SolutionComponent {
    readonly type: ComponentTypeCode;
    /** Logical name, unique name or GUID: what a RootComponent names it by. */
    readonly key: string;
    readonly displayName: string;
    /** GUID of its row, or one made of its name for tables, columns and choices. */
    readonly id: string;
    /** Has to be named under RootComponents. Parts of a table (columns, forms, views …) come with their table. */
    readonly needsRoot: boolean;
    /** Roots that would cover it besides itself: logical names of tables. */
    readonly coveredBy?: readonly string[];
    readonly place: string;
}

/** One row of a component table. */
export interface ComponentRow {
    readonly table: string;
    readonly id: string;
    readonly values: Row;
    /** Texts in several languages, by column. */
    readonly labels: Readonly<Record<string, Label>>;
}

/** What a component needs to be there, in the solution or in the environment. */
export type Reference = (
    | { readonly kind: 'table'; readonly name: string }
    | { readonly kind: 'column'; readonly table: string; readonly name: string }
    | { readonly kind: 'optionSet'; readonly name: string }
    | { readonly kind: 'row'; readonly table: string; readonly column: string; readonly name: string }
) & {
    /** What needs it, in words: `form Lead (…)`. */
    readonly neededBy: string;
    readonly place: string;
};

/** A privilege of a role. */
export interface RolePrivilege {
    readonly roleId: string;
    readonly name: string;
    /** 1 Basic, 2 Local, 4 Deep, 8 Global. */
    readonly depth: 1 | 2 | 4 | 8;
}

/** A file that belongs to a code component, or one of a kind that is kept as it came. */
export interface StoredFile {
    readonly path: string;
    readonly content: Uint8Array;
}

/** Additions to one table, while they are gathered. */
export interface TableAdditions {
    readonly logicalName: string;
    properties: Partial<TableProperties>;
    readonly columns: Map<string, Column>;
    /** Properties that the solution leaves open, by column. */
    readonly unstated: Map<string, readonly (keyof Column)[]>;
    readonly keys: TableKey[];
}

/** Gathers what the component kinds parse. */
export class SolutionContent {
    readonly relationships: Relationship[] = [];
    readonly optionSets: OptionSet[] = [];
    readonly components: SolutionComponent[] = [];
    readonly rows: ComponentRow[] = [];
    readonly privileges: RolePrivilege[] = [];
    /** `RibbonDiffXml` by table; '' is the application ribbon. */
    readonly ribbonDiffs = new Map<string, string>();
    /** Files of code components by the component's name. */
    readonly controlFiles = new Map<string, readonly StoredFile[]>();
    /** Members of kinds that are stored and not understood. */
    readonly rawFiles: StoredFile[] = [];
    readonly references: Reference[] = [];
    readonly warnings: string[] = [];
    /** Languages any label is in. */
    readonly labelLanguages = new Set<number>();
    /** Main, quick and other forms declare labels by GUID; each may exist once. */
    readonly formLabelIds = new Map<string, string>();
    private readonly tablesByName = new Map<string, TableAdditions>();

    /** The additions to a table, begun when this is the first. */
    table(logicalName: string): TableAdditions {
        const known = this.tablesByName.get(logicalName);
        if (known !== undefined) {
            return known;
        }
        const additions: TableAdditions = {
            logicalName,
            properties: {},
            columns: new Map(),
            unstated: new Map(),
            keys: [],
        };
        this.tablesByName.set(logicalName, additions);
        return additions;
    }

    /** Every table that gets something: properties, columns or keys. */
    get tables(): readonly LayerTable[] {
        return [...this.tablesByName.values()]
            .filter(
                (table) => table.columns.size > 0 || table.keys.length > 0 || Object.keys(table.properties).length > 0,
            )
            .map((table) => ({
                logicalName: table.logicalName,
                properties: table.properties,
                columns: [...table.columns.values()],
                keys: table.keys,
            }));
    }

    /** Registers a component; its id is made of its name when it has no row. */
    addComponent(
        type: ComponentTypeCode,
        key: string,
        element: XmlElement,
        more: Partial<Pick<SolutionComponent, 'displayName' | 'id' | 'needsRoot' | 'coveredBy'>> = {},
    ): void {
        this.components.push({
            type,
            key,
            displayName: more.displayName ?? key,
            id: more.id ?? nameBasedId(`component:${type}`, key),
            needsRoot: more.needsRoot ?? false,
            ...(more.coveredBy === undefined ? {} : { coveredBy: more.coveredBy }),
            place: placeOf(element),
        });
    }

    /** Adds a row; its labels' base-language text also stands in the row's own column. */
    addRow(table: string, id: string, values: Row, labels: Readonly<Record<string, Label>> = {}): void {
        this.rows.push({ table, id, values, labels });
        for (const label of Object.values(labels)) {
            this.noteLanguages(label);
        }
    }

    noteLanguages(label: Label | undefined): void {
        for (const language of Object.keys(label ?? {})) {
            this.labelLanguages.add(Number(language));
        }
    }

    require(reference: Reference): void {
        this.references.push(reference);
    }

    warn(message: string): void {
        this.warnings.push(message);
    }
}
