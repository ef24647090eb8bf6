import { plainId } from '../row';
import type { Host } from './host';
import type { Outcome } from './outcome';
import { runInDialog } from './run-in-dialog';

/** Qualifies several leads in their dialog, which checks them all before the first is changed. */
export function qualifyMany(host: Host, ids: readonly string[]): Promise<Outcome> {
    const call = { ids: ids.map(plainId), processInstanceId: null, status: null };
    return runInDialog(host, 'qualify-many', call, 'qualify.failed.title');
}
