/** EntityMetadata. Microsoft Learn, "EntityMetadata EntityType". */
import type { Metadata } from '../../metadata/metadata';
import type { Table } from '../../metadata/types';
import { attributeDefinition } from './attribute-definitions';
import { labelJson, managed, type Definition } from './definition';
import { definitionId } from './definition-id';
import { relationshipDefinition } from './relationship-definitions';

const PRIVILEGES = ['Create', 'Read', 'Write', 'Delete', 'Assign', 'Share', 'Append', 'AppendTo'] as const;

export function entityDefinition(table: Table, metadata: Metadata, language: number): Definition {
    const name = table.logicalName;
    const hasState = table.columns.has('statecode');
    return {
        type: 'EntityMetadata',
        json: {
            MetadataId: definitionId(`table:${name}`),
            HasChanged: null,
            ActivityTypeMask: table.isActivity ? 1 : 0,
            LogicalName: name,
            SchemaName: table.schemaName,
            EntitySetName: table.entitySetName,
            LogicalCollectionName: table.entitySetName,
            CollectionSchemaName: table.entitySetName,
            ObjectTypeCode: table.objectTypeCode,
            PrimaryIdAttribute: table.primaryIdColumn,
            PrimaryNameAttribute: table.primaryNameColumn ?? null,
            PrimaryImageAttribute: null,
            DisplayName: labelJson(table.displayName, language),
            DisplayCollectionName: labelJson(table.displayCollectionName, language),
            Description: labelJson(table.description, language),
            OwnershipType: table.ownership,
            TableType: 'Standard',
            IsActivity: table.isActivity,
            IsActivityParty: ['account', 'contact', 'lead', 'systemuser', 'queue'].includes(name),
            IsIntersect: table.isIntersect,
            IsCustomEntity: table.isCustom,
            IsBPFEntity: table.isBusinessProcess,
            IsManaged: !table.isCustom,
            IsPrivate: false,
            IsLogicalEntity: false,
            IsStateModelAware: hasState,
            EnforceStateTransitions: false,
            IsValidForAdvancedFind: !table.isIntersect,
            IsChildEntity: false,
            IsImportable: true,
            IsQuickCreateEnabled: true,
            IsReadOnlyInMobileClient: managed(false, 'canmodifymobileclientreadonly'),
            HasNotes: table.hasNotes,
            HasActivities: table.hasActivities,
            ChangeTrackingEnabled: true,
            AutoRouteToOwnerQueue: false,
            IsBusinessProcessEnabled: ['lead', 'opportunity'].includes(name),
            IsCustomizable: managed(true, 'iscustomizable'),
            IsRenameable: managed(true, 'isrenameable'),
            IsDuplicateDetectionEnabled: managed(
                ['account', 'contact', 'lead'].includes(name),
                'canmodifyduplicatedetectionsettings',
            ),
            CanCreateAttributes: managed(true, 'cancreateattributes'),
            CanCreateForms: managed(true, 'cancreateforms'),
            CanCreateViews: managed(true, 'cancreateviews'),
            Privileges: PRIVILEGES.map((privilege) => ({
                Name: `prv${privilege}${table.schemaName}`,
                PrivilegeId: definitionId(`privilege:prv${privilege}${table.schemaName}`),
                PrivilegeType: privilege,
                CanBeBasic: table.ownership === 'UserOwned',
                CanBeLocal: table.ownership === 'UserOwned',
                CanBeDeep: table.ownership === 'UserOwned',
                CanBeGlobal: true,
                CanBeEntityReference: false,
                CanBeParentEntityReference: false,
            })),
        },
        navigations: {
            Attributes: () => [...table.columns.values()].map((column) => attributeDefinition(table, column, language)),
            OneToManyRelationships: () => metadata.oneToManyFrom(name).map(relationshipDefinition),
            ManyToOneRelationships: () => metadata.manyToOneFrom(name).map(relationshipDefinition),
            ManyToManyRelationships: () => metadata.manyToManyOf(name).map(relationshipDefinition),
            Keys: () =>
                table.keys.map((key) => ({
                    type: 'EntityKeyMetadata',
                    navigations: {},
                    json: {
                        MetadataId: definitionId(`key:${name}.${key.logicalName}`),
                        HasChanged: null,
                        LogicalName: key.logicalName,
                        SchemaName: key.logicalName,
                        EntityLogicalName: name,
                        KeyAttributes: key.columns,
                        EntityKeyIndexStatus: 'Active',
                        IsManaged: false,
                        DisplayName: labelJson({ 1033: key.logicalName }, language),
                    },
                })),
            Settings: () => [],
        },
    };
}
