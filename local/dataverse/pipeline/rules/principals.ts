import { loadUser } from '../../security/principal';
import type { Draft } from './draft';

const TABLES: ReadonlySet<string> = new Set(['systemuser', 'team']);

/** New users and teams belong to the caller's business unit unless they say otherwise; a team's creator runs it. */
export function setPrincipalDefaults({ pipeline, plan, values, context }: Draft): void {
    if (!TABLES.has(plan.table.logicalName)) {
        return;
    }
    values.businessunitid ??= {
        table: 'businessunit',
        id: loadUser(pipeline.environment, context.userId).businessUnitId,
    };
    if (plan.stored.has('administratorid')) {
        values.administratorid ??= { table: 'systemuser', id: context.userId };
    }
}
