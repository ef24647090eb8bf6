import { useCallback, useRef, useState } from 'react';
import type { LeadChange, LeadChangeResult } from '../../../lifecycle/change-leads/lead-change';
import { runChanges } from '../../../lifecycle/change-leads/run-changes';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import type { CommandResult } from '../../../lifecycle/commands/dialogs';
import { useMounted } from '../../dialog/use-mounted';

export type Results = ReadonlyMap<string, LeadChangeResult>;

export interface Changes {
    readonly isRunning: boolean;
    readonly isStopping: boolean;
    /** Whether anything has been run yet. */
    readonly hasRun: boolean;
    /** By lead; one without is waiting. */
    readonly results: Results;
    /**
     * Changes leads, unless something runs already. Results of leads that are not changed now stay.
     * @returns all results
     */
    readonly run: (changes: readonly LeadChange[]) => Promise<Results>;
    /** Lets no further batch start. */
    readonly stop: () => void;
    /** Forgets what came of leads, as after they have been read anew. */
    readonly forget: () => void;
    /** Ids of the leads that have been changed. */
    readonly done: () => readonly string[];
}

/**
 * Runs changes of leads and keeps what came of each.
 * @param interim told after each batch what has been done so far
 */
export function useChanges(host: DialogHost, interim: (result: CommandResult) => void): Changes {
    const [results, setResults] = useState<Results>(new Map());
    const [phase, setPhase] = useState<'idle' | 'running' | 'stopping'>('idle');
    const [hasRun, setHasRun] = useState(false);
    const all = useRef<Results>(results);
    const running = useRef(false);
    const cancelled = useRef(false);
    const mounted = useMounted();

    const done = useCallback(
        (): readonly string[] => [...all.current].filter(([, { kind }]) => kind === 'done').map(([id]) => id),
        [],
    );
    const set = useCallback(
        (next: Results): void => {
            all.current = next;
            if (mounted.current) setResults(next);
        },
        [mounted],
    );
    const run = useCallback(
        async (changes: readonly LeadChange[]): Promise<Results> => {
            if (running.current) return all.current;
            running.current = true;
            cancelled.current = false;
            const ids = new Set(changes.map(({ id }) => id));
            set(new Map([...all.current].filter(([id]) => !ids.has(id))));
            setHasRun(true);
            setPhase('running');
            try {
                await runChanges(host, changes, {
                    isCancelled: () => cancelled.current,
                    onProgress: (now) => {
                        set(new Map([...all.current, ...now]));
                        if ([...now.values()].some(({ kind }) => kind === 'done')) {
                            interim({ changed: done(), open: null });
                        }
                    },
                });
            } finally {
                running.current = false;
                if (mounted.current) setPhase('idle');
            }
            return all.current;
        },
        [host, interim, done, set, mounted],
    );
    const stop = useCallback(() => {
        cancelled.current = true;
        setPhase('stopping');
    }, []);
    const forget = useCallback(() => {
        set(new Map());
        setHasRun(false);
    }, [set]);
    return {
        isRunning: phase !== 'idle',
        isStopping: phase === 'stopping',
        hasRun,
        results,
        run,
        stop,
        forget,
        done,
    };
}
