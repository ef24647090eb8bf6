import { checkNamedPrivilege } from '../../security/check';
import type { Draft } from './draft';

/** Who created the row and when; `overriddencreatedon` lets a migration say when it really was. */
export function setCreated(draft: Draft): void {
    const { pipeline, plan, values, context, options } = draft;
    const author = { table: 'systemuser', id: context.userId };
    let createdOn = context.now;
    const overridden = values.overriddencreatedon;
    if (typeof overridden === 'string') {
        if (!options.asSystem) {
            checkNamedPrivilege(pipeline.environment, 'prvOverrideCreatedOnCreatedBy', context);
        }
        // The two swap: createdon shows the former date, overriddencreatedon when the row really came here.
        createdOn = overridden.length === 10 ? `${overridden}T00:00:00Z` : overridden;
        values.overriddencreatedon =
            plan.table.columns.get('overriddencreatedon')?.dateTimeBehavior === 'DateOnly'
                ? context.now.slice(0, 10)
                : context.now;
    }
    values.createdon = createdOn;
    values.createdby = author;
    values.modifiedon = context.now;
    values.modifiedby = author;
    values.versionnumber = pipeline.environment.store.nextRowVersion();
}

/** Who changed the row and when. */
export function setModified({ pipeline, values, context }: Draft): void {
    values.modifiedon = context.now;
    values.modifiedby = { table: 'systemuser', id: context.userId };
    values.versionnumber = pipeline.environment.store.nextRowVersion();
}
