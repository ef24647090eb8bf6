import type { CascadeBehavior, OneToManyRelationship } from '../../metadata/types';
import type { SqlValue } from '../../store/store';
import { tablePlan } from '../table-plan';
import type { Environment, RequestContext, RowReference } from '../types';

const OPEN = 0;

/**
 * Rows of the many side that point to a row.
 * @param behavior which of them: all, open ones (Active), or those of one owner (UserOwned)
 */
export function childrenOf(
    environment: Environment,
    relationship: OneToManyRelationship,
    parent: RowReference,
    behavior: CascadeBehavior,
    ownerId?: string,
): readonly string[] {
    const plan = tablePlan(environment.metadata, relationship.referencingTable);
    const lookup = plan.stored.get(relationship.referencingColumn);
    if (!lookup || lookup.isGenerated || plan.isView) {
        return [];
    }
    const conditions = [`"${lookup.name}" = ?`];
    const parameters: SqlValue[] = [parent.id];
    if (lookup.typeName !== undefined) {
        conditions.push(`"${lookup.typeName}" = ?`);
        parameters.push(parent.table);
    }
    if (behavior === 'Active' && plan.stored.has('statecode')) {
        conditions.push(`statecode = ${OPEN}`);
    }
    if (behavior === 'UserOwned' && ownerId !== undefined && plan.stored.has('ownerid')) {
        conditions.push('ownerid = ?');
        parameters.push(ownerId);
    }
    return environment.store
        .prepare<{ id: string }>(
            `SELECT "${plan.table.primaryIdColumn}" AS id FROM "${plan.table.logicalName}" WHERE ${conditions.join(' AND ')}`,
        )
        .all(...parameters)
        .map(({ id }) => id);
}

/** For messages that cascades lead to: same user, same time. */
export const cascadeContext = (context: RequestContext): RequestContext => ({
    ...context,
    suppressDuplicateDetection: true,
});
