import { randomUUID } from 'node:crypto';
import { DataverseError, ErrorCode, notSupportedHere } from '../../errors';
import type { ManyToManyRelationship, OneToManyRelationship, Relationship } from '../../metadata/types';
import { checkNamedPrivilege, checkRowAccess } from '../../security/check';
import { SECURITY_TABLES, forgetPrincipals } from '../../security/principal';
import { isSystemTable } from '../../security/system-tables';
import { checkDepth, type Pipeline } from '../pipeline';
import { insertRow } from '../row-storage';
import { normalId } from '../rules/column-values';
import type { WriteOptions } from '../rules/draft';
import { tablePlan } from '../table-plan';
import type { MessageParameters, RequestContext, RowReference } from '../types';

const RELATIONSHIP_NOT_FOUND = 0x8004021f;

/**
 * Associate: sets the lookup of a 1:N relationship on the many side, or links both rows of an N:N one. Giving and
 * taking security roles is nothing else.
 * @param relationship schema name
 * @throws DataverseError 0x80040237 when an N:N link is there already
 */
export function associate(
    pipeline: Pipeline,
    relationship: string,
    from: RowReference,
    to: readonly RowReference[],
    context: RequestContext,
    options: WriteOptions = {},
): void {
    change(pipeline, 'Associate', relationship, from, to, context, options);
}

/** Disassociate: the reverse. A link that is not there is no error. */
export function disassociate(
    pipeline: Pipeline,
    relationship: string,
    from: RowReference,
    to: readonly RowReference[],
    context: RequestContext,
    options: WriteOptions = {},
): void {
    change(pipeline, 'Disassociate', relationship, from, to, context, options);
}

type Message = 'Associate' | 'Disassociate';

function change(
    pipeline: Pipeline,
    message: Message,
    relationshipName: string,
    from: RowReference,
    to: readonly RowReference[],
    context: RequestContext,
    options: WriteOptions,
): void {
    checkDepth(message, context);
    const { environment, steps, organization } = pipeline;
    const relationship = environment.metadata.relationshipBySchemaName(relationshipName);
    if (!relationship) {
        throw new DataverseError(
            RELATIONSHIP_NOT_FOUND,
            `${message} failed: there is no relationship '${relationshipName}'.`,
        );
    }
    const parameters: MessageParameters = { Relationship: relationship.schemaName, Target: from, RelatedEntities: to };
    const call = {
        message,
        table: from.table,
        id: normalId(from.id),
        target: {},
        before: undefined,
        parameters,
        organization,
        context: { ...context, depth: context.depth + 1 },
    };
    steps.run('validation', call);
    organization.transaction(() => {
        steps.run('preOperation', call);
        for (const other of to) {
            changeOne(pipeline, message, relationship, from, other, context, options);
        }
        steps.run('postOperation', call);
    });
    if (relationship.kind === 'ManyToMany' && SECURITY_TABLES.has(relationship.intersectTable)) {
        forgetPrincipals(environment);
    }
}

function changeOne(
    pipeline: Pipeline,
    message: Message,
    relationship: Relationship,
    from: RowReference,
    other: RowReference,
    context: RequestContext,
    options: WriteOptions,
): void {
    if (relationship.kind === 'OneToMany') {
        const { many, one } = sidesOfLookup(relationship, from, other);
        const changes = { [relationship.referencingColumn]: message === 'Associate' ? one : null };
        pipeline.core.update(many.table, many.id, changes, context, options);
        return;
    }
    const { first, second } = sidesOfLink(relationship, from, other);
    checkRow(pipeline, first);
    checkRow(pipeline, second);
    if (!options.asSystem) {
        checkMayLink(pipeline, relationship, first, second, context);
    }
    if (message === 'Associate') {
        link(pipeline, relationship, first, second);
    } else {
        unlink(pipeline, relationship, first, second);
    }
}

function sidesOfLookup(
    { schemaName, referencedTable, referencingTable }: OneToManyRelationship,
    from: RowReference,
    other: RowReference,
): { readonly many: RowReference; readonly one: RowReference } {
    if (from.table === referencedTable && other.table === referencingTable) {
        return { one: from, many: other };
    }
    if (from.table === referencingTable && other.table === referencedTable) {
        return { one: other, many: from };
    }
    throw wrongTables(schemaName, referencedTable, referencingTable, from, other);
}

function sidesOfLink(
    { schemaName, table1, table2 }: ManyToManyRelationship,
    from: RowReference,
    other: RowReference,
): { readonly first: RowReference; readonly second: RowReference } {
    if (from.table === table1 && other.table === table2) {
        return { first: from, second: other };
    }
    if (from.table === table2 && other.table === table1) {
        return { first: other, second: from };
    }
    throw wrongTables(schemaName, table1, table2, from, other);
}

function wrongTables(name: string, one: string, two: string, from: RowReference, other: RowReference): DataverseError {
    return new DataverseError(
        ErrorCode.InvalidArgument,
        `'${name}' relates ${one} and ${two}, not ${from.table} and ${other.table}.`,
    );
}

function checkRow({ environment }: Pipeline, { table: name, id }: RowReference): void {
    const { table } = tablePlan(environment.metadata, name);
    const found = environment.store
        .prepare(`SELECT 1 FROM "${name}" WHERE "${table.primaryIdColumn}" = ?`)
        .get(normalId(id));
    if (found === undefined) {
        throw new DataverseError(ErrorCode.ObjectDoesNotExist, `${name} With Id = ${id} Does Not Exist`);
    }
}

/** Links that are not about rows but about who may do what; privilege by intersect table. */
const LINK_PRIVILEGES: ReadonlyMap<string, string> = new Map([
    ['systemuserroles', 'prvAssignRole'],
    ['teamroles', 'prvAssignRole'],
    ['teammembership', 'prvWriteTeam'],
]);

/** Append on one side, AppendTo on the other. */
function checkMayLink(
    { environment }: Pipeline,
    { intersectTable }: ManyToManyRelationship,
    first: RowReference,
    second: RowReference,
    context: RequestContext,
): void {
    const privilege = LINK_PRIVILEGES.get(intersectTable);
    if (privilege !== undefined) {
        checkNamedPrivilege(environment, privilege, context);
        return;
    }
    for (const [{ table: name, id }, right] of [
        [first, 'Append'],
        [second, 'AppendTo'],
    ] as const) {
        const table = environment.metadata.table(name);
        checkRowAccess(environment, table, normalId(id), isSystemTable(table) ? 'Write' : right, context);
    }
}

function link(
    { environment }: Pipeline,
    { schemaName, intersectTable, column1, column2 }: ManyToManyRelationship,
    first: RowReference,
    second: RowReference,
): void {
    const { store, metadata } = environment;
    const plan = tablePlan(metadata, intersectTable);
    if (!plan.stored.has(column1) || !plan.stored.has(column2)) {
        throw notSupportedHere(`Linking by '${schemaName}'`);
    }
    const ids = [normalId(first.id), normalId(second.id)];
    const found = store
        .prepare(`SELECT 1 FROM "${intersectTable}" WHERE "${column1}" = ? AND "${column2}" = ?`)
        .get(...ids);
    if (found !== undefined) {
        throw new DataverseError(
            ErrorCode.DuplicateRecord,
            `Cannot insert duplicate key: ${first.table} ${first.id} and ${second.table} ${second.id} are linked ` +
                `by '${schemaName}' already.`,
        );
    }
    insertRow(store, plan, {
        // Lists hold members of several tables.
        entitytype: second.table,
        [plan.table.primaryIdColumn]: randomUUID(),
        [column1]: ids[0] ?? null,
        [column2]: ids[1] ?? null,
        versionnumber: store.nextRowVersion(),
    });
}

function unlink(
    { environment }: Pipeline,
    { intersectTable, column1, column2 }: ManyToManyRelationship,
    first: RowReference,
    second: RowReference,
): void {
    environment.store
        .prepare(`DELETE FROM "${intersectTable}" WHERE "${column1}" = ? AND "${column2}" = ?`)
        .run(normalId(first.id), normalId(second.id));
}
