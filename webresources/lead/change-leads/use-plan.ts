import { useCallback, useRef } from 'react';
import type { LeadChange } from '../../../lifecycle/change-leads/lead-change';
import type { Changes, Results } from './use-changes';

/** Changes that are planned, run, and tried again. */
export interface Plan {
    readonly start: (changes: readonly LeadChange[]) => Promise<Results>;
    /**
     * Tries again what did not work. What got no answer is tried as it was: should it be done already, Dataverse says
     * so by the version. What was refused or changed meanwhile is planned anew.
     */
    readonly retry: (planAnew: (leadIds: readonly string[]) => Promise<readonly LeadChange[]>) => Promise<Results>;
}

export function usePlan({ run, results }: Pick<Changes, 'run' | 'results'>): Plan {
    const planned = useRef<ReadonlyMap<string, LeadChange>>(new Map());
    const start = useCallback(
        (changes: readonly LeadChange[]): Promise<Results> => {
            planned.current = new Map([...planned.current, ...changes.map((it) => [it.id, it] as const)]);
            return run(changes);
        },
        [run],
    );
    const retry = useCallback<Plan['retry']>(
        async (planAnew) => {
            const same: LeadChange[] = [];
            const anew: string[] = [];
            for (const [leadId, { kind }] of results) {
                const change = planned.current.get(leadId);
                if (kind === 'done' || kind === 'gone' || !change) continue;
                if (kind === 'refused' || kind === 'changed') anew.push(leadId);
                else same.push(change);
            }
            return start([...same, ...(anew.length > 0 ? await planAnew(anew) : [])]);
        },
        [results, start],
    );
    return { start, retry };
}
