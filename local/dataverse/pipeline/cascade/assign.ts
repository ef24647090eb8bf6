import { isReference } from '../row-storage';
import type { Draft } from '../rules/draft';
import { cascadeContext, childrenOf } from './children';

/**
 * The owner of a row changed: rows that belong to it follow as their relationship says
 * (Microsoft Learn, "Table relationship behavior"). Who may assign the row assigns these as well.
 */
export function cascadeAssign({ pipeline, plan, id, before, values, context }: Draft): void {
    const { environment } = pipeline;
    const owner = values.ownerid;
    const formerOwner = before?.ownerid;
    if (!isReference(owner)) {
        return;
    }
    for (const relationship of plan.referencedBy) {
        const { assign } = relationship.cascade;
        const child = environment.metadata.findTable(relationship.referencingTable);
        if (assign === 'NoCascade' || child?.ownership !== 'UserOwned') {
            continue;
        }
        const parent = { table: plan.table.logicalName, id };
        const formerOwnerId = isReference(formerOwner) ? formerOwner.id : undefined;
        for (const childId of childrenOf(environment, relationship, parent, assign, formerOwnerId)) {
            // A child that is there already ends the way back of a hierarchy that points to itself.
            pipeline.core.update(child.logicalName, childId, { ownerid: owner }, cascadeContext(context), {
                asSystem: true,
            });
        }
    }
}
