/**
 * `Xrm.Utility.getEntityMetadata` (Microsoft Learn, "getEntityMetadata (Client API reference)"): the shape that the
 * Unified Interface answers with.
 */
import type { ClientColumn, ClientTable } from '../../dataverse/client/types';
import type { ColumnType } from '../../dataverse/metadata/types';
import { ItemCollection } from '../form/client-api/item-collection';

/** AttributeTypeCode of the platform. */
const TYPE_CODES: Readonly<Record<ColumnType, number>> = {
    Boolean: 0,
    Customer: 1,
    DateTime: 2,
    Decimal: 3,
    Double: 4,
    Integer: 5,
    Lookup: 6,
    Memo: 7,
    Money: 8,
    Owner: 9,
    PartyList: 10,
    Picklist: 11,
    State: 12,
    Status: 13,
    String: 14,
    Uniqueidentifier: 15,
    Virtual: 17,
    File: 17,
    Image: 17,
    MultiSelectPicklist: 17,
    BigInt: 18,
    ManagedProperty: 19,
    EntityName: 20,
};

/** AttributeRequiredLevel of the platform. */
const REQUIRED_LEVELS = { None: 0, SystemRequired: 1, ApplicationRequired: 2, Recommended: 3 } as const;

/** @param columns only these; all of the table's when empty */
export function entityMetadata(table: ClientTable, columns: readonly string[] = []): object {
    const wanted = columns.length > 0 ? columns : Object.keys(table.columns);
    const attributes = wanted.flatMap((name) => {
        const column = table.columns[name];
        return column ? [attributeMetadata(column)] : [];
    });
    return {
        LogicalName: table.logicalName,
        SchemaName: table.schemaName,
        EntitySetName: table.entitySetName,
        ObjectTypeCode: table.objectTypeCode,
        DisplayName: table.displayName,
        DisplayCollectionName: table.displayCollectionName,
        PrimaryIdAttribute: table.primaryIdColumn,
        PrimaryNameAttribute: table.primaryNameColumn ?? '',
        OwnershipType: table.ownership,
        IsActivity: table.isActivity,
        HasNotes: table.hasNotes,
        HasActivities: table.hasActivities,
        IsStateModelAware: false,
        Attributes: new ItemCollection(
            () => attributes,
            (attribute) => attribute.LogicalName,
        ),
        ManyToOneRelationships: { getAll: () => table.manyToOne.map(relationship) },
        OneToManyRelationships: { getAll: () => table.oneToMany.map(relationship) },
    };
}

interface AttributeMetadata {
    readonly LogicalName: string;
}

function attributeMetadata(column: ClientColumn): AttributeMetadata {
    const options = column.options ?? [];
    const descriptor = {
        AttributeOf: null,
        DisplayName: column.displayName,
        EntityLogicalName: '',
        Format: column.format ?? null,
        Id: column.logicalName,
        LogicalName: column.logicalName,
        MaxLength: column.maxLength ?? null,
        MaxValue: column.maxValue ?? null,
        MinValue: column.minValue ?? null,
        Precision: column.precision ?? null,
        RequiredLevel: REQUIRED_LEVELS[column.requiredLevel],
        Targets: column.targets ?? [],
        Type: column.type.toLowerCase(),
        Behavior: column.dateTimeBehavior ?? null,
        DefaultFormValue: column.defaultValue ?? null,
        OptionSet: options.map((option) => ({
            Label: option.label,
            Value: option.value,
            Color: option.color ?? null,
            ...(option.state === undefined ? {} : { State: option.state }),
            ...(option.defaultStatus === undefined ? {} : { DefaultStatus: option.defaultStatus }),
            TransitionData: [],
        })),
    };
    return {
        LogicalName: column.logicalName,
        ...{
            SchemaName: column.schemaName,
            DisplayName: column.displayName,
            Description: column.description,
            AttributeType: TYPE_CODES[column.type],
            AttributeTypeName: column.type.toLowerCase(),
            RequiredLevel: descriptor.RequiredLevel,
            MaxLength: column.maxLength,
            MinValue: column.minValue,
            MaxValue: column.maxValue,
            Precision: column.precision,
            Format: column.format,
            Targets: column.targets,
            DefaultFormValue: column.defaultValue,
            OptionSet: Object.fromEntries(
                options.map((option) => [
                    option.value,
                    { text: option.label, value: option.value, color: option.color },
                ]),
            ),
            attributeDescriptor: descriptor,
        },
    };
}

function relationship(one: ClientTable['manyToOne'][number]): object {
    return {
        SchemaName: one.schemaName,
        ReferencedEntity: one.referencedTable,
        ReferencedAttribute: one.referencedColumn,
        ReferencingEntity: one.referencingTable,
        ReferencingAttribute: one.referencingColumn,
        ReferencingEntityNavigationPropertyName: one.lookupNavigationProperty,
        ReferencedEntityNavigationPropertyName: one.collectionNavigationProperty,
    };
}
