import { plainId } from '../row';
import type { Host } from './host';
import type { Outcome } from './outcome';
import { runInDialog } from './run-in-dialog';

/**
 * Opens closed leads again in the dialog: their status reason, their process, and what becomes of an opportunity.
 * @param options.status proposed in place of the former status reason
 */
export function reactivate(
    host: Host,
    ids: readonly string[],
    options: { readonly status?: number } = {},
): Promise<Outcome> {
    const call = { ids: ids.map(plainId), processInstanceId: null, status: options.status ?? null };
    return runInDialog(host, 'reactivate', call, 'reactivate.failed.title');
}
