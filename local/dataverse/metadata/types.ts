/**
 * What the local Dataverse knows about tables, columns, choices and relationships.
 *
 * The shapes follow Dataverse's own EntityMetadata, AttributeMetadata and RelationshipMetadata with shorter names;
 * the Web API (`webapi/metadata`) translates them into the platform's wire form.
 */

/** A text in several languages, by locale id (1033 English, 1036 French). */
export type Label = Readonly<Record<number, string>>;

/** The locale id that every label has. */
export const BASE_LANGUAGE = 1033;

export type RequiredLevel = 'None' | 'Recommended' | 'ApplicationRequired' | 'SystemRequired';

export type ColumnType =
    | 'BigInt'
    | 'Boolean'
    | 'Customer'
    | 'DateTime'
    | 'Decimal'
    | 'Double'
    | 'EntityName'
    | 'File'
    | 'Image'
    | 'Integer'
    | 'Lookup'
    | 'ManagedProperty'
    | 'Memo'
    | 'Money'
    | 'MultiSelectPicklist'
    | 'Owner'
    | 'PartyList'
    | 'Picklist'
    | 'State'
    | 'Status'
    | 'String'
    | 'Uniqueidentifier'
    | 'Virtual';

/** One value of a choice, yes/no, state or status column. */
export interface Option {
    readonly value: number;
    readonly label: Label;
    readonly color?: string;
    readonly description?: Label;
    /** Status columns only: the state this status reason belongs to. */
    readonly state?: number;
    /** State columns only: the status reason a row gets when only the state is given. */
    readonly defaultStatus?: number;
}

export interface OptionSet {
    readonly name: string;
    readonly isGlobal: boolean;
    readonly displayName: Label;
    readonly options: readonly Option[];
}

export interface Column {
    readonly logicalName: string;
    readonly schemaName: string;
    readonly type: ColumnType;
    readonly displayName: Label;
    readonly description?: Label;
    readonly requiredLevel: RequiredLevel;
    readonly validForCreate: boolean;
    readonly validForRead: boolean;
    readonly validForUpdate: boolean;
    /** False: the column exists only for the platform's own use and is not a Web API property. */
    readonly visibleToWebApi: boolean;
    /** Stored elsewhere or computed (fullname, address composites, owninguser …). */
    readonly isLogical: boolean;
    readonly isCustom: boolean;
    /** The column whose name or type this one shows (`owneridname` → `ownerid`). */
    readonly attributeOf?: string;
    /** String and Memo: in characters. */
    readonly maxLength?: number;
    /** String: Text, Email, Phone, Url, TextArea …; DateTime: DateOnly, DateAndTime; Integer: None, Duration … */
    readonly format?: string;
    readonly minValue?: number;
    readonly maxValue?: number;
    /** Decimal places. */
    readonly precision?: number;
    /** Money: 0 this column's precision, 1 the organization's, 2 the currency's. */
    readonly precisionSource?: 0 | 1 | 2;
    readonly dateTimeBehavior?: 'UserLocal' | 'DateOnly' | 'TimeZoneIndependent';
    /** Picklist, MultiSelectPicklist, Boolean (0 and 1), State, Status. */
    readonly optionSet?: OptionSet;
    readonly defaultValue?: number | boolean | string;
    /** Lookup, Customer, Owner, PartyList: logical names of the tables it can point to. */
    readonly targets?: readonly string[];
}

export type CascadeBehavior = 'NoCascade' | 'Cascade' | 'Active' | 'UserOwned' | 'RemoveLink' | 'Restrict';

/** One row of `referencedTable` to many rows of `referencingTable`. */
export interface OneToManyRelationship {
    readonly kind: 'OneToMany';
    readonly schemaName: string;
    readonly referencedTable: string;
    readonly referencedColumn: string;
    readonly referencingTable: string;
    /** The lookup column. */
    readonly referencingColumn: string;
    /** Web API name on the many side, such as `parentaccountid` or `regardingobjectid_lead_task`. */
    readonly lookupNavigationProperty: string;
    /** Web API name of the collection on the one side, such as `Lead_Tasks`. */
    readonly collectionNavigationProperty: string;
    readonly cascade: {
        readonly assign: CascadeBehavior;
        readonly delete: CascadeBehavior;
        readonly merge: CascadeBehavior;
        readonly reparent: CascadeBehavior;
        readonly share: CascadeBehavior;
        readonly unshare: CascadeBehavior;
    };
    readonly isCustom: boolean;
}

export interface ManyToManyRelationship {
    readonly kind: 'ManyToMany';
    readonly schemaName: string;
    readonly intersectTable: string;
    readonly table1: string;
    /** Column of the intersect table. */
    readonly column1: string;
    readonly navigationProperty1: string;
    readonly table2: string;
    readonly column2: string;
    readonly navigationProperty2: string;
    readonly isCustom: boolean;
}

export type Relationship = OneToManyRelationship | ManyToManyRelationship;

/** An alternate key. */
export interface TableKey {
    readonly logicalName: string;
    readonly columns: readonly string[];
}

export interface Table {
    readonly logicalName: string;
    readonly schemaName: string;
    readonly entitySetName: string;
    readonly objectTypeCode: number;
    readonly displayName: Label;
    readonly displayCollectionName: Label;
    readonly description?: Label;
    readonly primaryIdColumn: string;
    readonly primaryNameColumn?: string;
    readonly ownership: 'UserOwned' | 'OrganizationOwned' | 'BusinessOwned' | 'None';
    readonly isActivity: boolean;
    /** N:N link table. */
    readonly isIntersect: boolean;
    readonly isCustom: boolean;
    /** Rows of business process flow instances. */
    readonly isBusinessProcess: boolean;
    readonly hasNotes: boolean;
    readonly hasActivities: boolean;
    /** By logical name. */
    readonly columns: ReadonlyMap<string, Column>;
    readonly keys: readonly TableKey[];
}
