import { EntitySet, Navigation, NoteColumn, Table } from '../columns';
import { plainId, textOf, type Row } from '../row';
import { rowsOf } from '../web-api/web-api';
import type { Write } from '../web-api/web-api';
import type { ConversionDefinitions } from './conversion-metadata';

/** A row that belongs to the lead and goes on with the opportunity. */
export interface Follower {
    readonly id: string;
    readonly name: string;
}

export interface ActivityFollower extends Follower {
    /** Table of the activity, such as `task`. */
    readonly table: string;
}

/** Whom the lead is connected to, in the roles that both play. */
export interface Stakeholder extends Follower {
    readonly table: string;
    readonly roleId: string | null;
    readonly leadRoleId: string | null;
    readonly description: string | null;
}

/** What follows a lead to its opportunity. */
export interface Followers {
    /** Open activities; completed ones stay the lead's. */
    readonly activities: readonly ActivityFollower[];
    readonly notes: readonly Follower[];
    readonly stakeholders: readonly Stakeholder[];
    readonly competitors: readonly Follower[];
}

/** Which of them do. */
export type Follow = Readonly<Record<keyof Followers, boolean>>;

export const FOLLOW_ALL: Follow = { activities: true, notes: true, stakeholders: true, competitors: true };

/** Of each kind; what is beyond stays the lead's, because one change set must hold them all. */
const MOST = 200;

/** Where the followers of a lead are found, in the order in which `readFollowers` takes the answers. */
export function followerAddresses(leadId: string): readonly string[] {
    return [
        `${EntitySet.activity}?$select=activityid,activitytypecode,subject` +
            // Open and scheduled; Microsoft Learn, "activitypointer EntityType".
            `&$filter=_regardingobjectid_value eq ${leadId} and (statecode eq 0 or statecode eq 3)&$top=${MOST}`,
        `${EntitySet.note}?$select=annotationid,${NoteColumn.title},filename` +
            `&$filter=_objectid_value eq ${leadId}&$top=${MOST}`,
        // Each connection has a reciprocal one, so those that start at the lead are all.
        `${EntitySet.connection}?$select=_record2id_value,_record1roleid_value,_record2roleid_value,description` +
            `&$filter=_record1id_value eq ${leadId} and statecode eq 0&$top=${MOST}`,
        `${EntitySet.lead}(${leadId})/leadcompetitors_association?$select=competitorid,name&$top=${MOST}`,
    ];
}

/** @param bodies answers to `followerAddresses`; undefined for one that was refused, as to a user who may not see them */
export function readFollowers(
    [activities, notes, connections, competitors]: readonly unknown[],
    { activities: tables, entitySets }: ConversionDefinitions,
): Followers {
    return {
        activities: rowsOf(activities)
            .map((row) => ({ ...named(row, 'activityid', 'subject'), table: textOf(row, 'activitytypecode') }))
            .filter(({ table }) => tables.has(table)),
        notes: rowsOf(notes).map((row) => ({
            id: plainId(textOf(row, 'annotationid')),
            name: textOf(row, NoteColumn.title) || textOf(row, 'filename'),
        })),
        stakeholders: rowsOf(connections)
            .map(stakeholder)
            .filter(({ table }) => entitySets[table] !== undefined),
        competitors: rowsOf(competitors).map((row) => named(row, 'competitorid', 'name')),
    };
}

/** The writes that take the followers to an opportunity, which must have been created before. */
export function followerWrites(
    followers: Followers,
    follow: Follow,
    opportunityId: string,
    connectionIds: readonly string[],
    { activities: tables, entitySets }: ConversionDefinitions,
): readonly Write[] {
    const opportunity = `/${EntitySet.opportunity}(${opportunityId})`;
    const update = (entitySet: string, id: string, navigation: string): Write => ({
        kind: 'update',
        entitySet,
        id,
        columns: { [`${navigation}@odata.bind`]: opportunity },
    });
    return [
        ...(follow.activities ? followers.activities : []).flatMap(({ id, table }): readonly Write[] => {
            const activity = tables.get(table);
            return activity ? [update(activity.entitySet, id, activity.regardingOpportunity)] : [];
        }),
        ...(follow.notes ? followers.notes : []).map(({ id }) =>
            update(EntitySet.note, id, `${NoteColumn.about}${Table.opportunity}`),
        ),
        ...(follow.stakeholders ? followers.stakeholders : []).map(
            (each, index): Write => ({
                kind: 'create',
                entitySet: EntitySet.connection,
                columns: connectionColumns(each, opportunity, connectionIds[index], entitySets),
            }),
        ),
        ...(follow.competitors ? followers.competitors : []).map(
            ({ id }): Write => ({
                kind: 'associate',
                entitySet: EntitySet.opportunity,
                id: opportunityId,
                collection: 'opportunitycompetitors_association',
                target: { entitySet: EntitySet.competitor, id },
            }),
        ),
    ];
}

function named(row: Row, id: string, name: string): Follower {
    return { id: plainId(textOf(row, id)), name: textOf(row, name) };
}

function stakeholder(row: Row): Stakeholder {
    const role = (column: string): string | null => plainId(textOf(row, column)) || null;
    return {
        id: plainId(textOf(row, 'record2id')),
        name: textOf(row, '_record2id_value@OData.Community.Display.V1.FormattedValue'),
        table: textOf(row, '_record2id_value@Microsoft.Dynamics.CRM.lookuplogicalname'),
        leadRoleId: role('record1roleid'),
        roleId: role('record2roleid'),
        description: textOf(row, 'description') || null,
    };
}

/** A connection of its own: the lead keeps the one that it has. */
function connectionColumns(
    { table, id, roleId, leadRoleId, description }: Stakeholder,
    opportunity: string,
    connectionId: string | undefined,
    entitySets: Readonly<Record<string, string>>,
): Row {
    const role = (column: string, roleOfIt: string | null): Row =>
        roleOfIt === null ? {} : { [`${column}@odata.bind`]: `/${EntitySet.connectionRole}(${roleOfIt})` };
    return {
        ...(connectionId !== undefined && { connectionid: connectionId }),
        [`${Navigation.connectedFrom}${Table.opportunity}@odata.bind`]: opportunity,
        [`${Navigation.connectedTo}${table}@odata.bind`]: `/${entitySets[table] ?? ''}(${id})`,
        ...role('record1roleid', leadRoleId),
        ...role('record2roleid', roleId),
        ...(description !== null && { description }),
    };
}
