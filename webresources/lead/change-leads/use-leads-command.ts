import { useCallback } from 'react';
import type { LeadChange } from '../../../lifecycle/change-leads/lead-change';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import type { Connection } from '../../dialog/connection';
import { useLoaded, type Loaded } from '../../dialog/use-loaded';
import { useRunning, type Running } from '../../dialog/use-running';
import { canRetry } from './result-text';
import { useChanges, type Changes } from './use-changes';
import { usePlan } from './use-plan';

/** What sets one command that changes leads apart from another. */
export interface LeadsCommandParts<Lead, Input> {
    readonly read: (ids: readonly string[]) => Promise<Input>;
    /** Whether the command goes for a lead as it stands. */
    readonly isPossible: (lead: Lead) => boolean;
    /** The changes of leads; none for one that cannot be changed. */
    readonly changesOf: (leads: readonly Lead[], read: Input) => readonly LeadChange[];
}

/** A command that changes leads, from the first reading to the last attempt. */
export interface LeadsCommand<Lead, Input> {
    readonly loaded: Loaded<Input>;
    /** Null until it is read. */
    readonly input: Input | null;
    /** Those for which the command goes. */
    readonly leads: readonly Lead[];
    readonly changes: Changes;
    readonly retrying: Running<[], void>;
    /** Whether it was asked for one lead only. */
    readonly isOne: boolean;
    /** Whether what came of each of several is to be shown. */
    readonly isDone: boolean;
    readonly isBusy: boolean;
    /** How many may be tried again. */
    readonly rest: number;
    /** Changes the leads; the dialog closes once the only one is done. */
    readonly start: () => Promise<void>;
    /** Reads all anew. */
    readonly reload: () => void;
    readonly leave: () => void;
}

export function useLeadsCommand<
    Lead extends { readonly id: string },
    Input extends { readonly leads: readonly Lead[] },
>(
    { input: call, close, interim }: Pick<Connection<'disqualify' | 'reactivate'>, 'input' | 'close' | 'interim'>,
    host: DialogHost,
    { read, isPossible, changesOf }: LeadsCommandParts<Lead, Input>,
): LeadsCommand<Lead, Input> {
    const loaded = useLoaded(() => read(call.ids), host.report);
    const changes = useChanges(host, interim);
    const plan = usePlan(changes);
    const retrying = useRunning(retry, host.report);
    const input = loaded.state === 'ready' ? loaded.value : null;
    const leads = input?.leads.filter(isPossible) ?? [];
    const isOne = call.ids.length === 1;
    const leave = useCallback(() => {
        const ids = changes.done();
        close(ids.length > 0 ? { changed: ids, open: null } : null);
    }, [close, changes]);
    return {
        loaded,
        input,
        leads,
        changes,
        retrying,
        isOne,
        isDone: !isOne && changes.hasRun,
        isBusy: changes.isRunning || retrying.isRunning,
        rest: [...changes.results.values()].filter(canRetry).length,
        start,
        reload: () => {
            changes.forget();
            loaded.again();
        },
        leave,
    };

    async function start(): Promise<void> {
        if (!input) return;
        const results = await plan.start(changesOf(leads, input));
        const [first] = leads;
        if (isOne && first && results.get(first.id)?.kind === 'done') close({ changed: [first.id], open: null });
    }

    async function retry(): Promise<void> {
        await plan.retry(async (ids) => {
            const now = await read(ids);
            return changesOf(now.leads, now);
        });
    }
}
