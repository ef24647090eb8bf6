/**
 * Makes a Layer of a solution's content: what Dataverse adds by itself when a table is created (system columns, their
 * relationships, notes and activities), type codes, link tables of many-to-many relationships.
 */
import { DataverseError } from '../errors';
import type { Layer, LayerTable } from '../metadata/layer';
import type { Metadata } from '../metadata/metadata';
import type { Column, OneToManyRelationship, Relationship } from '../metadata/types';

import type { SolutionManifest } from './components/manifest';
import type { SolutionContent } from './content';
import { systemColumns } from './system-columns';

/** Type codes of custom tables begin here (Microsoft Learn, "Table type codes"). */
const FIRST_CUSTOM_TYPE_CODE = 10_000;
/** ImportMissingDependenciesError. */
const MISSING_DEPENDENCIES = 0x8004801d;

/**
 * @param metadata in force before the import
 * @param former this solution's layer of its last import
 * @throws DataverseError 0x8004801d when the solution extends a table that is not there
 */
export function completeLayer(
    manifest: SolutionManifest,
    content: SolutionContent,
    metadata: Metadata,
    former: Layer | undefined,
): Layer {
    const typeCodes = new TypeCodes(metadata, former);
    const tables = content.tables.map((table) => {
        const stated = keepUnstated(table, content, metadata);
        return completeTable(stated, metadata, typeCodes, manifest.uniqueName);
    });
    const own = new Map(tables.map((table) => [table.logicalName, table]));
    const primaryIdOf = (name: string): string =>
        own.get(name)?.properties?.primaryIdColumn ?? metadata.findTable(name)?.primaryIdColumn ?? `${name}id`;
    const relationships: Relationship[] = content.relationships.map((relationship) =>
        relationship.kind === 'ManyToMany'
            ? relationship
            : { ...relationship, referencedColumn: primaryIdOf(relationship.referencedTable) },
    );
    for (const table of tables) {
        if (table.properties?.primaryIdColumn !== undefined) {
            relationships.push(...systemRelationships(table, metadata).filter((each) => !isGiven(each, relationships)));
        }
    }
    const links = relationships.flatMap((relationship) =>
        relationship.kind === 'ManyToMany' && metadata.findTable(relationship.intersectTable)?.isIntersect !== false
            ? [linkTable(relationship.intersectTable, [relationship.column1, relationship.column2], typeCodes)]
            : [],
    );
    const missingTables = relationships.flatMap((relationship) =>
        (relationship.kind === 'OneToMany'
            ? [relationship.referencedTable, relationship.referencingTable]
            : [relationship.table1, relationship.table2]
        )
            .filter((name) => !own.has(name) && metadata.findTable(name) === undefined)
            .map((name) => `table ${name}, needed by relationship ${relationship.schemaName}`),
    );
    if (missingTables.length > 0) {
        throw missingDependencies(manifest.uniqueName, missingTables);
    }
    return {
        solution: manifest.uniqueName,
        managed: manifest.managed,
        tables: [...tables, ...links],
        relationships,
        optionSets: content.optionSets,
    };
}

/** Columns that are there keep what the solution says nothing about. */
function keepUnstated(table: LayerTable, content: SolutionContent, metadata: Metadata): LayerTable {
    const present = metadata.findTable(table.logicalName);
    const { unstated } = content.table(table.logicalName);
    return {
        ...table,
        columns: table.columns.map((column) => {
            const former = present?.columns.get(column.logicalName);
            if (former === undefined || former.isCustom) {
                return column;
            }
            const kept = (unstated.get(column.logicalName) ?? [])
                .filter((property) => former[property] !== undefined)
                .map((property) => [property, former[property]] as const);
            return { ...column, ...Object.fromEntries(kept) };
        }),
    };
}

/**
 * The refusal of a solution whose parts name what is not there.
 * @param missing in words, one for each missing component
 */
export function missingDependencies(solution: string, missing: readonly string[]): DataverseError {
    return new DataverseError(
        MISSING_DEPENDENCIES,
        `The following solution cannot be imported: ${solution}. Some dependencies are missing. ` +
            `The missing dependencies are: ${[...new Set(missing)].join('; ')}.`,
    );
}

/** Gives a table the code it had, else the next free one. */
class TypeCodes {
    private next: number;
    private readonly former: ReadonlyMap<string, number | undefined>;

    constructor(
        private readonly metadata: Metadata,
        former: Layer | undefined,
    ) {
        this.former = new Map(
            former?.tables.map((table) => [table.logicalName, table.properties?.objectTypeCode] as const),
        );
        this.next = Math.max(
            FIRST_CUSTOM_TYPE_CODE - 1,
            ...metadata.tables.map(({ objectTypeCode }) => objectTypeCode),
            ...[...this.former.values()].map((code) => code ?? 0),
        );
    }

    of(table: string): number {
        const known = this.former.get(table) ?? this.metadata.findTable(table)?.objectTypeCode;
        return known ?? ++this.next;
    }
}

function completeTable(table: LayerTable, metadata: Metadata, typeCodes: TypeCodes, solution: string): LayerTable {
    if (table.properties?.primaryIdColumn === undefined) {
        if (metadata.findTable(table.logicalName) === undefined) {
            throw missingDependencies(solution, [`table ${table.logicalName}, which the solution only extends`]);
        }
        return table;
    }
    const given = new Set(table.columns.map(({ logicalName }) => logicalName));
    const added = systemColumns({
        table: table.logicalName,
        schemaName: table.properties.schemaName ?? table.logicalName,
        ownership: table.properties.ownership ?? 'OrganizationOwned',
    }).filter(({ logicalName }) => !given.has(logicalName));
    const columns = [...table.columns, ...added].map(withSystemTargets);
    return {
        ...table,
        properties: { ...table.properties, objectTypeCode: typeCodes.of(table.logicalName) },
        columns,
    };
}

/** Tables that the system's own lookups point to; hand-written solutions seldom say so. */
const SYSTEM_TARGETS: Readonly<Record<string, readonly string[]>> = {
    createdby: ['systemuser'],
    createdonbehalfby: ['systemuser'],
    modifiedby: ['systemuser'],
    modifiedonbehalfby: ['systemuser'],
    owninguser: ['systemuser'],
    owningteam: ['team'],
    owningbusinessunit: ['businessunit'],
    organizationid: ['organization'],
    transactioncurrencyid: ['transactioncurrency'],
};

function withSystemTargets(column: Column): Column {
    const targets = SYSTEM_TARGETS[column.logicalName];
    return column.type === 'Lookup' && targets !== undefined ? { ...column, targets } : column;
}

function systemRelationships(table: LayerTable, metadata: Metadata): readonly OneToManyRelationship[] {
    const { logicalName } = table;
    const relationships: OneToManyRelationship[] = [];
    const lookup = (schemaName: string, column: string, target: string): void => {
        if (table.columns.some((each) => each.logicalName === column) && metadata.findTable(target) !== undefined) {
            relationships.push(
                systemRelationship(schemaName, target, metadata.table(target).primaryIdColumn, logicalName, column),
            );
        }
    };
    lookup(`lk_${logicalName}_createdby`, 'createdby', 'systemuser');
    lookup(`lk_${logicalName}_createdonbehalfby`, 'createdonbehalfby', 'systemuser');
    lookup(`lk_${logicalName}_modifiedby`, 'modifiedby', 'systemuser');
    lookup(`lk_${logicalName}_modifiedonbehalfby`, 'modifiedonbehalfby', 'systemuser');
    lookup(`user_${logicalName}`, 'owninguser', 'systemuser');
    lookup(`team_${logicalName}`, 'owningteam', 'team');
    lookup(`business_unit_${logicalName}`, 'owningbusinessunit', 'businessunit');
    lookup(`owner_${logicalName}`, 'ownerid', 'owner');
    lookup(`organization_${logicalName}`, 'organizationid', 'organization');
    lookup(`TransactionCurrency_${logicalName}`, 'transactioncurrencyid', 'transactioncurrency');
    const primaryId = table.properties?.primaryIdColumn ?? `${logicalName}id`;
    if (table.properties?.hasNotes === true && metadata.findTable('annotation') !== undefined) {
        relationships.push({
            ...systemRelationship(`${logicalName}_Annotations`, logicalName, primaryId, 'annotation', 'objectid'),
            lookupNavigationProperty: `objectid_${logicalName}`,
            cascade: PARENTAL,
        });
    }
    if (table.properties?.hasActivities === true) {
        for (const activity of metadata.tables.filter((each) => each.columns.has('regardingobjectid'))) {
            if (activity.isActivity || activity.logicalName === 'activitypointer') {
                const collection = activity.schemaName.replace(/y$/, 'ie');
                relationships.push({
                    ...systemRelationship(
                        `${logicalName}_${collection}s`,
                        logicalName,
                        primaryId,
                        activity.logicalName,
                        'regardingobjectid',
                    ),
                    // As the platform names them: plain on activitypointer, with the activity's name on each activity.
                    lookupNavigationProperty:
                        activity.isActivity && activity.logicalName !== 'activitypointer'
                            ? `regardingobjectid_${logicalName}_${activity.logicalName}`
                            : `regardingobjectid_${logicalName}`,
                    cascade: PARENTAL,
                });
            }
        }
    }
    return relationships;
}

const REFERENTIAL = {
    assign: 'NoCascade',
    delete: 'NoCascade',
    merge: 'NoCascade',
    reparent: 'NoCascade',
    share: 'NoCascade',
    unshare: 'NoCascade',
} as const;

const PARENTAL = {
    assign: 'Cascade',
    delete: 'Cascade',
    merge: 'NoCascade',
    reparent: 'Cascade',
    share: 'Cascade',
    unshare: 'Cascade',
} as const;

function systemRelationship(
    schemaName: string,
    referencedTable: string,
    referencedColumn: string,
    referencingTable: string,
    referencingColumn: string,
): OneToManyRelationship {
    return {
        kind: 'OneToMany',
        schemaName,
        referencedTable,
        referencedColumn,
        referencingTable,
        referencingColumn,
        lookupNavigationProperty: referencingColumn,
        collectionNavigationProperty: schemaName,
        cascade: REFERENTIAL,
        isCustom: false,
    };
}

function isGiven(relationship: OneToManyRelationship, given: readonly Relationship[]): boolean {
    return given.some(
        (each) =>
            each.kind === 'OneToMany' &&
            each.referencingTable === relationship.referencingTable &&
            each.referencingColumn === relationship.referencingColumn &&
            each.referencedTable === relationship.referencedTable,
    );
}

function linkTable(name: string, columns: readonly [string, string], typeCodes: TypeCodes): LayerTable {
    const id = `${name}id`;
    return {
        logicalName: name,
        properties: {
            schemaName: name,
            entitySetName: `${name}set`,
            objectTypeCode: typeCodes.of(name),
            displayName: {},
            displayCollectionName: {},
            primaryIdColumn: id,
            ownership: 'None',
            isActivity: false,
            isIntersect: true,
            isCustom: true,
            isBusinessProcess: false,
            hasNotes: false,
            hasActivities: false,
        },
        columns: [id, ...columns].map((logicalName) => ({
            logicalName,
            schemaName: logicalName,
            type: 'Uniqueidentifier' as const,
            displayName: {},
            requiredLevel: 'None' as const,
            validForCreate: logicalName === id,
            validForRead: true,
            validForUpdate: false,
            visibleToWebApi: true,
            isLogical: false,
            isCustom: true,
        })),
    };
}
