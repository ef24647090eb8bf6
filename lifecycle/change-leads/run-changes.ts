import { inOrder } from '../change-sets/in-order';
import { runChangeSets, type ChangeResults, type RunHooks } from '../change-sets/run-change-sets';
import type { DialogHost } from '../commands/dialog-host';
import { lookAtLeads } from './look-at-leads';
import type { LeadChange, LeadMeanwhile } from './lead-change';

/** Small enough that the progress moves and a lost connection leaves few leads to look at. */
const LEADS_A_BATCH = 10;
const BATCHES_AT_ONCE = 2;

/** Changes leads, each for itself, and tells what came of each by its id. */
export function runChanges(
    host: Pick<DialogHost, 'webApi' | 'user' | 'report'>,
    changes: readonly LeadChange[],
    hooks: RunHooks<LeadMeanwhile> = {},
): Promise<ChangeResults<LeadMeanwhile>> {
    return runChangeSets<LeadChange, LeadMeanwhile>(host, changes, {
        schedule: inOrder(LEADS_A_BATCH),
        batchesAtOnce: BATCHES_AT_ONCE,
        inspect: (unclear) =>
            lookAtLeads(
                host,
                unclear.map(({ change }) => change),
            ),
        ...hooks,
    });
}
