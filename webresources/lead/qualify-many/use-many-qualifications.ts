import { useEffect, useMemo, useRef, useState } from 'react';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import type { ManyOptions } from '../../../lifecycle/qualify-many/assignment';
import type { CheckedLead } from '../../../lifecycle/qualify-many/checked-lead';
import { canBeRetried, type LeadResult } from '../../../lifecycle/qualify-many/lead-result';
import { manyQualifications } from '../../../lifecycle/qualify-many/many-qualifications';
import type { ChosenLead } from '../../../lifecycle/qualify-many/shared-rows';

export type Results = ReadonlyMap<string, LeadResult>;

/** Where the dialog is. */
export type Phase =
    | { readonly kind: 'checking'; readonly checked: number }
    | { readonly kind: 'unreadable'; readonly error: unknown }
    | { readonly kind: 'checked' }
    | { readonly kind: 'running'; readonly finished: number; readonly total: number; readonly isStopping: boolean }
    | { readonly kind: 'finished'; readonly error: unknown };

export interface ManyQualificationsState {
    readonly phase: Phase;
    readonly leads: readonly CheckedLead[];
    /** Of all attempts so far. */
    readonly results: Results;
    /** What has been tried at last for each lead. */
    readonly tried: ReadonlyMap<string, ChosenLead>;
    readonly checkAgain: () => void;
    readonly run: (leads: readonly ChosenLead[], options: ManyOptions) => void;
    /** Leads that may be tried once more. */
    readonly retriable: readonly ChosenLead[];
    readonly retry: (options: ManyOptions) => void;
    readonly stop: () => void;
}

/**
 * Takes a selection through check, run and further attempts.
 * @param onQualified called with all leads that are qualified so far
 */
export function useManyQualifications(
    host: DialogHost,
    leadIds: readonly string[],
    onQualified: (leadIds: readonly string[]) => void,
): ManyQualificationsState {
    const many = useMemo(() => manyQualifications(host), [host]);
    const [phase, setPhase] = useState<Phase>({ kind: 'checking', checked: 0 });
    const [leads, setLeads] = useState<readonly CheckedLead[]>([]);
    const [results, setResults] = useState<Results>(new Map());
    const [tried, setTried] = useState<ReadonlyMap<string, ChosenLead>>(new Map());
    const cancelled = useRef(false);

    const check = async (): Promise<void> => {
        setPhase({ kind: 'checking', checked: 0 });
        try {
            setLeads(await many.check(leadIds, (checked) => setPhase({ kind: 'checking', checked })));
            setPhase({ kind: 'checked' });
        } catch (error) {
            host.report(error);
            setPhase({ kind: 'unreadable', error });
        }
    };
    const first = useRef(check);
    useEffect(() => void first.current(), []);

    const runWith = async (chosen: readonly ChosenLead[], options: ManyOptions, former: Results): Promise<void> => {
        cancelled.current = false;
        setTried((all) => new Map([...all, ...chosen.map((each) => [each.lead.leadId, each] as const)]));
        const show = (now: Results): void => {
            const all = new Map([...former, ...now]);
            setResults(all);
            onQualified(qualifiedIn(all));
            setPhase({ kind: 'running', finished: now.size, total: chosen.length, isStopping: cancelled.current });
        };
        show(new Map());
        await many.run(chosen, options, { onProgress: show, isCancelled: () => cancelled.current });
        setPhase({ kind: 'finished', error: null });
    };

    const retriable = leads.flatMap(({ leadId }): readonly ChosenLead[] => {
        const result = results.get(leadId);
        const chosen = tried.get(leadId);
        return result && chosen && canBeRetried(result) ? [chosen] : [];
    });

    const retry = async (options: ManyOptions): Promise<void> => {
        setPhase({ kind: 'running', finished: 0, total: retriable.length, isStopping: false });
        try {
            const again = await many.checkAgain(retriable);
            const fresh = new Map(again.leads.map((lead) => [lead.leadId, lead]));
            setLeads((all) => all.map((lead) => fresh.get(lead.leadId) ?? lead));
            const ready = retriable.flatMap(({ lead, choices }): readonly ChosenLead[] => {
                const now = fresh.get(lead.leadId);
                const isReady = now && now.obstacles.length === 0 && !again.settled.has(lead.leadId);
                return isReady ? [{ lead: now, choices }] : [];
            });
            const former = new Map([...results, ...again.settled]);
            // What keeps a lead back now says more than how the last attempt ended.
            for (const { leadId, obstacles } of again.leads) {
                if (obstacles.length > 0 && !again.settled.has(leadId)) former.delete(leadId);
            }
            await runWith(ready, options, former);
        } catch (error) {
            host.report(error);
            setPhase({ kind: 'finished', error });
        }
    };

    return {
        phase,
        leads,
        results,
        tried,
        retriable,
        checkAgain: () => void check(),
        run: (chosen, options) => void runWith(chosen, options, new Map()),
        retry: (options) => void retry(options),
        stop: () => {
            cancelled.current = true;
            setPhase((now) => (now.kind === 'running' ? { ...now, isStopping: true } : now));
        },
    };
}

function qualifiedIn(results: Results): readonly string[] {
    return [...results].filter(([, { kind }]) => kind === 'done').map(([leadId]) => leadId);
}
