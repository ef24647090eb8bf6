/**
 * What the app player in the browser loads of the environment, already in the signed-in user's language and
 * cut to what the user may see. One request per table; answered with an ETag that changes with the metadata.
 */
import type { CascadeBehavior, ColumnType, RequiredLevel } from '../metadata/types';

/** `GET /app/client/environment` */
export interface ClientEnvironment {
    readonly organization: {
        readonly id: string;
        readonly name: string;
        readonly version: string;
        readonly baseCurrency: { readonly id: string; readonly code: string; readonly symbol: string };
        readonly baseLanguage: number;
        /** Locale ids that labels exist in. */
        readonly languages: readonly number[];
    };
    readonly user: ClientUser;
    /** Everyone the user switch offers. */
    readonly users: readonly { readonly id: string; readonly fullName: string; readonly title: string }[];
    readonly apps: readonly {
        readonly id: string;
        readonly uniqueName: string;
        readonly name: string;
        readonly description: string;
    }[];
}

export interface ClientUser {
    readonly id: string;
    readonly fullName: string;
    readonly email: string;
    readonly title: string;
    readonly businessUnitId: string;
    readonly roles: readonly { readonly id: string; readonly name: string }[];
    /** Names such as `prvReadLead` with their depth: 1 user, 2 business unit, 4 parent and child units, 8 organization. */
    readonly privileges: Readonly<Record<string, 1 | 2 | 4 | 8>>;
    readonly language: number;
    /** BCP 47, such as `en-US`; dates, numbers and money are written in it. */
    readonly locale: string;
    /** IANA name, such as `Europe/Paris`. */
    readonly timeZone: string;
    readonly currency: { readonly id: string; readonly code: string; readonly symbol: string };
    readonly theme: 'light' | 'dark';
}

/** `GET /app/client/apps/{appmoduleid or unique name}` */
export interface ClientApp {
    readonly id: string;
    readonly uniqueName: string;
    readonly name: string;
    readonly areas: readonly ClientArea[];
    /** Logical names of the tables that the app holds. */
    readonly tables: readonly string[];
}

export interface ClientArea {
    readonly id: string;
    readonly title: string;
    readonly groups: readonly {
        readonly id: string;
        readonly title: string;
        readonly subAreas: readonly ClientSubArea[];
    }[];
}

export interface ClientSubArea {
    readonly id: string;
    readonly title: string;
    /** Name of a web resource with an SVG, where the site map names one. */
    readonly icon?: string;
    readonly table?: string;
    /** A web resource (`$webresource:name`) or an address. */
    readonly url?: string;
}

/** `GET /app/client/tables/{logical name}` */
export interface ClientTable {
    readonly logicalName: string;
    readonly schemaName: string;
    readonly entitySetName: string;
    readonly objectTypeCode: number;
    readonly displayName: string;
    readonly displayCollectionName: string;
    readonly primaryIdColumn: string;
    readonly primaryNameColumn?: string;
    readonly ownership: 'UserOwned' | 'OrganizationOwned' | 'BusinessOwned' | 'None';
    readonly isActivity: boolean;
    readonly hasNotes: boolean;
    readonly hasActivities: boolean;
    readonly columns: Readonly<Record<string, ClientColumn>>;
    readonly oneToMany: readonly ClientRelationship[];
    readonly manyToOne: readonly ClientRelationship[];
    readonly manyToMany: readonly ClientManyToMany[];
    readonly views: readonly ClientView[];
    readonly forms: readonly ClientForm[];
    /** The merged `<RibbonDefinition>` of this table: base, then each solution's diff (labels still as `$LocLabels:`). */
    readonly ribbonXml: string;
    /** Code components bound to the table's grid ("Show as"), from CustomControlDefaultConfig. */
    readonly gridControls: readonly ClientControlBinding[];
    readonly process: ClientProcess | null;
    readonly privileges: Readonly<
        Record<'create' | 'read' | 'write' | 'delete' | 'append' | 'appendTo' | 'assign' | 'share', 0 | 1 | 2 | 4 | 8>
    >;
}

export interface ClientColumn {
    readonly logicalName: string;
    readonly schemaName: string;
    readonly type: ColumnType;
    readonly displayName: string;
    readonly description: string;
    readonly requiredLevel: RequiredLevel;
    readonly validForCreate: boolean;
    readonly validForRead: boolean;
    readonly validForUpdate: boolean;
    readonly maxLength?: number;
    readonly format?: string;
    readonly minValue?: number;
    readonly maxValue?: number;
    readonly precision?: number;
    readonly dateTimeBehavior?: 'UserLocal' | 'DateOnly' | 'TimeZoneIndependent';
    readonly options?: readonly ClientOption[];
    readonly defaultValue?: number | boolean | string;
    readonly targets?: readonly string[];
}

export interface ClientOption {
    readonly value: number;
    readonly label: string;
    readonly color?: string;
    /** Status reasons: their state. */
    readonly state?: number;
    /** States: the status reason that stands for them. */
    readonly defaultStatus?: number;
}

export interface ClientRelationship {
    readonly schemaName: string;
    readonly referencedTable: string;
    readonly referencedColumn: string;
    readonly referencingTable: string;
    readonly referencingColumn: string;
    readonly lookupNavigationProperty: string;
    readonly collectionNavigationProperty: string;
    readonly deleteBehavior: CascadeBehavior;
}

export interface ClientManyToMany {
    readonly schemaName: string;
    readonly intersectTable: string;
    readonly navigationProperty: string;
    readonly otherTable: string;
    /** Columns of the intersect table: this table's side and the other's. */
    readonly column: string;
    readonly otherColumn: string;
}

export interface ClientView {
    readonly id: string;
    readonly name: string;
    /** 0 public, 1 advanced find, 2 associated, 4 quick find, 64 lookup. */
    readonly queryType: number;
    readonly isDefault: boolean;
    readonly isPersonal: boolean;
    readonly fetchXml: string;
    readonly layoutXml: string;
}

export interface ClientForm {
    readonly id: string;
    readonly name: string;
    /** 2 main, 6 quick view, 7 quick create, 11 card. */
    readonly type: number;
    readonly isDefault: boolean;
    /** The `<form>` element; labels hold every language. */
    readonly formXml: string;
}

export interface ClientControlBinding {
    /** Name of the code component, such as `prefix_Namespace.Constructor`. */
    readonly name: string;
    /** 0 unknown, 1 tablet, 2 phone, -2 default … as in the XML. */
    readonly formFactors: readonly number[];
    /** The table's lists open with it: it stands before the platform's own grid. */
    readonly opensFirst?: boolean;
    readonly dataSet?: string;
    readonly parameters: Readonly<
        Record<string, { readonly type?: string; readonly static: boolean; readonly value: string }>
    >;
}

export interface ClientProcess {
    readonly id: string;
    readonly name: string;
    /** Table whose rows are the instances, such as leadtoopportunitysalesprocess. */
    readonly table: string;
    readonly stages: readonly ClientStage[];
}

export interface ClientStage {
    readonly id: string;
    readonly name: string;
    /** 0 Qualify, 1 Develop, 2 Propose, 3 Close. */
    readonly category: number;
    readonly table: string;
    readonly steps: readonly ClientStep[];
}

export interface ClientStep {
    readonly name: string;
    readonly column: string;
    readonly required: boolean;
}

/** `GET /app/client/controls/{name}`: what the host needs to start a code component. */
export interface ClientControl {
    readonly name: string;
    /** Text of ControlManifest.xml as the zip brought it. */
    readonly manifestXml: string;
    /** Address of the component's folder, ends with a slash: `/CustomControls/{name}/`. */
    readonly baseUrl: string;
}
