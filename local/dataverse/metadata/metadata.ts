import { DataverseError } from '../errors';
import type { ManyToManyRelationship, OneToManyRelationship, OptionSet, Relationship, Table } from './types';

/** MetadataCacheException of the platform: "The entity with a name = '…' was not found in the MetadataCache." */
const ENTITY_NOT_FOUND = 0x80060888;

/** What a navigation property of a table leads along, and from which side. */
export type Navigation =
    | {
          /** The table holds the lookup column. */
          readonly side: 'lookup';
          readonly relationship: OneToManyRelationship;
          readonly otherTable: string;
      }
    | {
          /** The lookup column is on the other table. */
          readonly side: 'collection';
          readonly relationship: OneToManyRelationship;
          readonly otherTable: string;
      }
    | {
          readonly side: 'first' | 'second';
          readonly relationship: ManyToManyRelationship;
          readonly otherTable: string;
      };

/** Tables, relationships and global choices in force. Immutable: an import builds a new one (`buildMetadata`). */
export class Metadata {
    readonly tables: readonly Table[];
    private readonly byName: ReadonlyMap<string, Table>;
    private readonly byEntitySet: ReadonlyMap<string, Table>;
    private readonly bySchemaName: ReadonlyMap<string, Relationship>;
    private readonly toMany: ReadonlyMap<string, readonly OneToManyRelationship[]>;
    private readonly toOne: ReadonlyMap<string, readonly OneToManyRelationship[]>;
    private readonly manyToMany: ReadonlyMap<string, readonly ManyToManyRelationship[]>;
    /** By table; made when first asked for, since most tables never are. */
    private readonly navigations = new Map<string, NavigationIndex>();

    constructor(
        tables: Iterable<Table>,
        readonly relationships: readonly Relationship[],
        readonly optionSets: ReadonlyMap<string, OptionSet>,
    ) {
        this.tables = [...tables];
        this.byName = new Map(this.tables.map((table) => [table.logicalName, table]));
        this.byEntitySet = new Map(this.tables.map((table) => [table.entitySetName.toLowerCase(), table]));
        this.bySchemaName = new Map(relationships.map((each) => [each.schemaName.toLowerCase(), each]));
        const oneToMany = relationships.filter((each) => each.kind === 'OneToMany');
        this.toMany = groupBy(oneToMany, (each) => [each.referencedTable]);
        this.toOne = groupBy(oneToMany, (each) => [each.referencingTable]);
        this.manyToMany = groupBy(
            relationships.filter((each) => each.kind === 'ManyToMany'),
            (each) => (each.table1 === each.table2 ? [each.table1] : [each.table1, each.table2]),
        );
    }

    /**
     * @param logicalName such as `lead`
     * @throws DataverseError 0x80060888 that names the table when there is none
     */
    table(logicalName: string): Table {
        const table = this.findTable(logicalName);
        if (!table) {
            throw new DataverseError(
                ENTITY_NOT_FOUND,
                `The entity with a name = '${logicalName}' was not found in the MetadataCache.`,
                404,
            );
        }
        return table;
    }

    findTable(logicalName: string): Table | undefined {
        return this.byName.get(logicalName) ?? this.byName.get(logicalName.toLowerCase());
    }

    /** @param entitySetName such as `leads`; compared without case. */
    tableByEntitySet(entitySetName: string): Table | undefined {
        return this.byEntitySet.get(entitySetName.toLowerCase());
    }

    /** Relationships in which `table` is the one side. */
    oneToManyFrom(table: string): readonly OneToManyRelationship[] {
        return this.toMany.get(table) ?? [];
    }

    /** Relationships in which `table` is the many side: it holds the lookup column. */
    manyToOneFrom(table: string): readonly OneToManyRelationship[] {
        return this.toOne.get(table) ?? [];
    }

    manyToManyOf(table: string): readonly ManyToManyRelationship[] {
        return this.manyToMany.get(table) ?? [];
    }

    /** Compared without case. */
    relationshipBySchemaName(schemaName: string): Relationship | undefined {
        return this.bySchemaName.get(schemaName.toLowerCase());
    }

    /**
     * The relationship behind a navigation property. The exact name wins; else case is ignored, since clients write
     * `leadid` where the process table has `leadId`.
     * @param table logical name
     */
    navigation(table: string, navigationProperty: string): Navigation | undefined {
        const index = this.navigationIndex(table);
        return index.exact.get(navigationProperty) ?? index.folded.get(navigationProperty.toLowerCase());
    }

    private navigationIndex(table: string): NavigationIndex {
        const known = this.navigations.get(table);
        if (known) {
            return known;
        }
        const exact = new Map<string, Navigation>();
        for (const relationship of this.manyToOneFrom(table)) {
            exact.set(relationship.lookupNavigationProperty, {
                side: 'lookup',
                relationship,
                otherTable: relationship.referencedTable,
            });
        }
        for (const relationship of this.oneToManyFrom(table)) {
            exact.set(relationship.collectionNavigationProperty, {
                side: 'collection',
                relationship,
                otherTable: relationship.referencingTable,
            });
        }
        for (const relationship of this.manyToManyOf(table)) {
            if (relationship.table2 === table) {
                exact.set(relationship.navigationProperty2, {
                    side: 'second',
                    relationship,
                    otherTable: relationship.table1,
                });
            }
            if (relationship.table1 === table) {
                exact.set(relationship.navigationProperty1, {
                    side: 'first',
                    relationship,
                    otherTable: relationship.table2,
                });
            }
        }
        const folded = new Map([...exact].map(([name, navigation]) => [name.toLowerCase(), navigation]));
        const index = { exact, folded };
        this.navigations.set(table, index);
        return index;
    }
}

interface NavigationIndex {
    readonly exact: ReadonlyMap<string, Navigation>;
    readonly folded: ReadonlyMap<string, Navigation>;
}

function groupBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
    const groups = new Map<string, Item[]>();
    for (const item of items) {
        for (const key of keysOf(item)) {
            const group = groups.get(key);
            if (group) {
                group.push(item);
            } else {
                groups.set(key, [item]);
            }
        }
    }
    return groups;
}
