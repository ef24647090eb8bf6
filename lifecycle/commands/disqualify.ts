import { plainId } from '../row';
import type { Host } from './host';
import type { Outcome } from './outcome';
import { runInDialog } from './run-in-dialog';

/**
 * Disqualifies leads in the dialog: they close read-only and keep reason, note and revisit date.
 * @param options.status only reasons of this status reason are offered
 */
export function disqualify(
    host: Host,
    ids: readonly string[],
    options: { readonly status?: number } = {},
): Promise<Outcome> {
    const call = { ids: ids.map(plainId), processInstanceId: null, status: options.status ?? null };
    return runInDialog(host, 'disqualify', call, 'disqualify.failed.title');
}
