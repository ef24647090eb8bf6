import { DataverseError, ErrorCode } from '../../errors';
import type { Pipeline } from '../pipeline';
import { updateRow } from '../row-storage';
import { tablePlan, type TablePlan } from '../table-plan';
import type { RequestContext, RowReference } from '../types';
import { cascadeContext, childrenOf } from './children';

/**
 * What becomes of the rows that point to a row that is deleted: Restrict refuses, Cascade deletes them,
 * RemoveLink empties their lookup (Microsoft Learn, "Table relationship behavior").
 * @throws DataverseError 0x80040227 that names the table which holds the row back
 */
export function cascadeDelete(pipeline: Pipeline, plan: TablePlan, id: string, context: RequestContext): void {
    const { environment } = pipeline;
    const parent: RowReference = { table: plan.table.logicalName, id };
    const restricting = plan.referencedBy.find(
        (relationship) =>
            relationship.cascade.delete === 'Restrict' &&
            childrenOf(environment, relationship, parent, 'Cascade').length > 0,
    );
    if (restricting) {
        throw new DataverseError(
            ErrorCode.CannotDeleteDueToAssociation,
            `The object you tried to delete is associated with another object and cannot be deleted: rows of ` +
                `${restricting.referencingTable} point to this ${parent.table} by '${restricting.referencingColumn}'.`,
        );
    }
    for (const relationship of plan.referencedBy) {
        const behavior = relationship.cascade.delete;
        if (behavior !== 'Cascade' && behavior !== 'RemoveLink') {
            continue;
        }
        const child = tablePlan(environment.metadata, relationship.referencingTable);
        for (const childId of childrenOf(environment, relationship, parent, 'Cascade')) {
            if (behavior === 'Cascade') {
                pipeline.core.delete(child.table.logicalName, childId, cascadeContext(context), { asSystem: true });
            } else {
                updateRow(environment.store, child, childId, {
                    [relationship.referencingColumn]: null,
                    versionnumber: environment.store.nextRowVersion(),
                });
            }
        }
    }
    deleteLinks(pipeline, plan, id);
}

/** N:N links to the row, and what was shared of it. */
function deleteLinks({ environment }: Pipeline, { table }: TablePlan, id: string): void {
    const { metadata, store } = environment;
    for (const { intersectTable, table1, column1, table2, column2 } of metadata.manyToManyOf(table.logicalName)) {
        const { stored } = tablePlan(metadata, intersectTable);
        if (table1 === table.logicalName && stored.has(column1)) {
            store.prepare(`DELETE FROM "${intersectTable}" WHERE "${column1}" = ?`).run(id);
        }
        if (table2 === table.logicalName && stored.has(column2)) {
            store.prepare(`DELETE FROM "${intersectTable}" WHERE "${column2}" = ?`).run(id);
        }
    }
    store.prepare('DELETE FROM principalobjectaccess WHERE objectid = ?').run(id);
}
