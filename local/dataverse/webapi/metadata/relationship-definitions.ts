/** OneToManyRelationshipMetadata and ManyToManyRelationshipMetadata. */
import type { ManyToManyRelationship, OneToManyRelationship, Relationship } from '../../metadata/types';
import { managed, type Definition } from './definition';
import { definitionId } from './definition-id';

export function relationshipDefinition(relationship: Relationship): Definition {
    return relationship.kind === 'OneToMany' ? oneToMany(relationship) : manyToMany(relationship);
}

const common = (relationship: Relationship, type: string): Record<string, unknown> => ({
    '@odata.type': `#Microsoft.Dynamics.CRM.${type}`,
    MetadataId: definitionId(`relationship:${relationship.schemaName}`),
    HasChanged: null,
    IsCustomRelationship: relationship.isCustom,
    IsValidForAdvancedFind: true,
    SchemaName: relationship.schemaName,
    SecurityTypes: 'None',
    IsManaged: false,
    IsCustomizable: managed(true, 'iscustomizable'),
    IntroducedVersion: '1.0.0.0',
});

function oneToMany(relationship: OneToManyRelationship): Definition {
    const type = 'OneToManyRelationshipMetadata';
    const { cascade } = relationship;
    return {
        type,
        navigations: {},
        json: {
            ...common(relationship, type),
            RelationshipType: 'OneToManyRelationship',
            ReferencedAttribute: relationship.referencedColumn,
            ReferencedEntity: relationship.referencedTable,
            ReferencingAttribute: relationship.referencingColumn,
            ReferencingEntity: relationship.referencingTable,
            IsHierarchical: false,
            ReferencedEntityNavigationPropertyName: relationship.collectionNavigationProperty,
            ReferencingEntityNavigationPropertyName: relationship.lookupNavigationProperty,
            CascadeConfiguration: {
                Assign: cascade.assign,
                Delete: cascade.delete,
                Archive: 'NoCascade',
                Merge: cascade.merge,
                Reparent: cascade.reparent,
                Share: cascade.share,
                Unshare: cascade.unshare,
                RollupView: 'NoCascade',
            },
        },
    };
}

function manyToMany(relationship: ManyToManyRelationship): Definition {
    const type = 'ManyToManyRelationshipMetadata';
    return {
        type,
        navigations: {},
        json: {
            ...common(relationship, type),
            RelationshipType: 'ManyToManyRelationship',
            Entity1LogicalName: relationship.table1,
            Entity2LogicalName: relationship.table2,
            IntersectEntityName: relationship.intersectTable,
            Entity1IntersectAttribute: relationship.column1,
            Entity2IntersectAttribute: relationship.column2,
            Entity1NavigationPropertyName: relationship.navigationProperty1,
            Entity2NavigationPropertyName: relationship.navigationProperty2,
        },
    };
}
