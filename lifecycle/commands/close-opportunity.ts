import type { ClosingOutcome } from '../close-opportunity/closing';
import { plainId } from '../row';
import type { Host } from './host';
import { runCommand, type Outcome } from './outcome';

/** The form of the opportunity that is closed, as far as its command needs it. */
export interface ClosingForm {
    /** Columns that it has a field for. */
    readonly reachable: readonly string[];
    /** Called when the seller wants to fill in a column before closing. */
    readonly focus: (column: string) => void;
}

/** Closes opportunities as won or lost, in the dialog that asks for the rest. */
export function closeOpportunities(
    host: Host,
    ids: readonly string[],
    outcome: ClosingOutcome,
    form?: ClosingForm,
): Promise<Outcome> {
    return runCommand(host, 'opportunity.failed.title', async () => {
        const result = await host.openDialog('close-opportunity', {
            ids: ids.map(plainId),
            processInstanceId: null,
            status: null,
            outcome,
            reachable: form?.reachable ?? null,
        });
        if (result === null) return { kind: 'cancelled' };
        const { changed, open, focus } = result;
        if (open) await host.navigate(open.table, open.id);
        else if (focus) form?.focus(focus);
        return changed.length > 0 ? { kind: 'done', ids: changed, isLeft: open !== null } : { kind: 'cancelled' };
    });
}
