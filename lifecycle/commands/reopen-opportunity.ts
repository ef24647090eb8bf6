import { plainId } from '../row';
import type { Host } from './host';
import type { Outcome } from './outcome';
import { runInDialog } from './run-in-dialog';

/** Opens closed opportunities again, in the dialog that asks for the status reason. */
export function reopenOpportunities(host: Host, ids: readonly string[]): Promise<Outcome> {
    const call = { ids: ids.map(plainId), processInstanceId: null, status: null };
    return runInDialog(host, 'reopen-opportunity', call, 'opportunity.failed.title');
}
