/** Relationships of a table for the app player. */
import type { Metadata } from '../metadata/metadata';
import type { OneToManyRelationship, Table } from '../metadata/types';

import type { ClientManyToMany, ClientRelationship } from './types';

export function oneToManyRelationships(metadata: Metadata, table: Table): readonly ClientRelationship[] {
    return metadata.oneToManyFrom(table.logicalName).map(clientRelationship);
}

export function manyToOneRelationships(metadata: Metadata, table: Table): readonly ClientRelationship[] {
    return metadata.manyToOneFrom(table.logicalName).map(clientRelationship);
}

export function manyToManyRelationships(metadata: Metadata, table: Table): readonly ClientManyToMany[] {
    return metadata.manyToManyOf(table.logicalName).map((relationship) => {
        const { schemaName, intersectTable } = relationship;
        return relationship.table1 === table.logicalName
            ? {
                  schemaName,
                  intersectTable,
                  navigationProperty: relationship.navigationProperty1,
                  otherTable: relationship.table2,
                  column: relationship.column1,
                  otherColumn: relationship.column2,
              }
            : {
                  schemaName,
                  intersectTable,
                  navigationProperty: relationship.navigationProperty2,
                  otherTable: relationship.table1,
                  column: relationship.column2,
                  otherColumn: relationship.column1,
              };
    });
}

function clientRelationship(relationship: OneToManyRelationship): ClientRelationship {
    return {
        schemaName: relationship.schemaName,
        referencedTable: relationship.referencedTable,
        referencedColumn: relationship.referencedColumn,
        referencingTable: relationship.referencingTable,
        referencingColumn: relationship.referencingColumn,
        lookupNavigationProperty: relationship.lookupNavigationProperty,
        collectionNavigationProperty: relationship.collectionNavigationProperty,
        deleteBehavior: relationship.cascade.delete,
    };
}
