/** Names of a query against the metadata: properties, lookup values, navigation paths. */
import { DataverseError, ErrorCode, notSupportedHere } from '../../errors';
import type { Metadata, Navigation } from '../../metadata/metadata';
import type { Column, Table } from '../../metadata/types';
import type { Link } from '../model';

const LOOKUP_VALUE = /^_(.+)_value$/;

export const unknownProperty = (name: string, table: Table): DataverseError =>
    new DataverseError(
        ErrorCode.UnknownResource,
        `Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${table.logicalName}'.`,
        400,
    );

export const isLookup = (column: Column): boolean =>
    column.type === 'Lookup' || column.type === 'Customer' || column.type === 'Owner';

/** Web API property of a column: `_ownerid_value` for a lookup, else its logical name. */
export const propertyName = (column: Column): string =>
    isLookup(column) ? `_${column.logicalName}_value` : column.logicalName;

/** The column behind a Web API property, if there is one. */
export function findColumn(table: Table, property: string): Column | undefined {
    const lookup = LOOKUP_VALUE.exec(property)?.[1];
    if (lookup !== undefined) {
        const column = table.columns.get(lookup.toLowerCase());
        // A primary id that is a lookup as well, such as activityparty's, is found by its own name.
        return column && isLookup(column) ? column : undefined;
    }
    const column = table.columns.get(property) ?? table.columns.get(property.toLowerCase());
    return column?.type === 'PartyList' ? undefined : column;
}

/** @throws DataverseError 0x80060888 that names property and type */
export function columnOfProperty(table: Table, property: string): Column {
    const column = findColumn(table, property);
    if (!column) throw unknownProperty(property, table);
    return column;
}

/** Where a path ends: a column of the query's table, or of one that joins lead to. */
export interface ResolvedPath {
    /** Absent: the table the expression stands on. */
    readonly alias?: string;
    readonly table: Table;
    readonly column: Column;
}

interface OpenLink {
    readonly table: string;
    readonly from: string;
    readonly to: string;
    readonly alias: string;
    readonly links: OpenLink[];
}

/** Joins that paths such as `parentaccountid/name` need; each is made once. */
export class PathJoins {
    private readonly roots: OpenLink[] = [];
    private count = 0;

    constructor(
        readonly table: Table,
        private readonly metadata: Metadata,
        /** Keeps aliases of one query apart. */
        private readonly prefix: string,
    ) {}

    /**
     * @param segments property names; all but the last are single-valued navigation properties
     * @throws DataverseError 0x80060888 for unknown names, 501 for collections without any or all
     */
    resolve(segments: readonly string[]): ResolvedPath {
        let { table } = this;
        let links = this.roots;
        let alias: string | undefined;
        for (const segment of segments.slice(0, -1)) {
            const navigation = findNavigation(this.metadata, table, segment);
            if (!navigation) throw unknownProperty(segment, table);
            if (navigation.side !== 'lookup') {
                throw notSupportedHere(`The collection '${segment}' in a path without any() or all()`);
            }
            const { relationship } = navigation;
            const other = this.metadata.table(relationship.referencedTable);
            let link = links.find(
                (each) => each.to === relationship.referencingColumn && each.table === other.logicalName,
            );
            if (!link) {
                this.count += 1;
                link = {
                    table: other.logicalName,
                    from: other.primaryIdColumn,
                    to: relationship.referencingColumn,
                    alias: `${this.prefix}${this.count}`,
                    links: [],
                };
                links.push(link);
            }
            table = other;
            links = link.links;
            alias = link.alias;
        }
        const column = columnOfProperty(table, segments.at(-1) ?? '');
        return { table, column, ...(alias === undefined ? {} : { alias }) };
    }

    /** The joins as links of a query; outer, so that rows without a related one stay. */
    get links(): readonly Link[] {
        const toLink = (open: OpenLink): Link => ({
            ...open,
            type: 'outer',
            columns: [],
            links: open.links.map(toLink),
            orders: [],
        });
        return this.roots.map(toLink);
    }
}

/** The table's own navigation property; activities have those of activitypointer as well, whose type theirs derive from. */
export function findNavigation(metadata: Metadata, table: Table, property: string): Navigation | undefined {
    const own = metadata.navigation(table.logicalName, property);
    return own ?? (table.isActivity ? metadata.navigation('activitypointer', property) : undefined);
}

/** @throws DataverseError 0x80060888 that names property and type */
export function navigationOf(metadata: Metadata, table: Table, property: string): Navigation {
    const navigation = findNavigation(metadata, table, property);
    if (!navigation) throw unknownProperty(property, table);
    return navigation;
}
