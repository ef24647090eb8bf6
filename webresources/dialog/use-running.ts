import { useCallback, useRef, useState } from 'react';
import { useMounted } from './use-mounted';

export interface Running<Arguments extends readonly unknown[], Result> {
    readonly isRunning: boolean;
    /** What the last run failed with; null when it did not. */
    readonly error: unknown;
    /**
     * Runs the command, unless it is running already.
     * @returns its result; undefined when it failed or was not started. Never rejects.
     */
    readonly run: (...values: Arguments) => Promise<Result | undefined>;
    readonly clearError: () => void;
}

interface State {
    readonly isRunning: boolean;
    readonly error: unknown;
}

/**
 * A command that runs once at a time, however often its button is pressed, and keeps what it failed with.
 * @param report gets what it failed with as well, for developers
 */
export function useRunning<Arguments extends readonly unknown[], Result>(
    command: (...values: Arguments) => Promise<Result>,
    report: (error: unknown) => void = () => undefined,
): Running<Arguments, Result> {
    const [state, setState] = useState<State>({ isRunning: false, error: null });
    const mounted = useMounted();
    const busy = useRef(false);
    const latest = useRef({ command, report });
    latest.current = { command, report };

    const run = useCallback(
        async (...values: Arguments): Promise<Result | undefined> => {
            // Not by the state: a second click may come before it is set.
            if (busy.current) return undefined;
            busy.current = true;
            const settle = (error: unknown): void => {
                busy.current = false;
                if (mounted.current) setState({ isRunning: false, error });
            };
            setState({ isRunning: true, error: null });
            try {
                const result = await latest.current.command(...values);
                settle(null);
                return result;
            } catch (error) {
                latest.current.report(error);
                settle(error);
                return undefined;
            }
        },
        [mounted],
    );
    const clearError = useCallback(() => setState((state) => ({ ...state, error: null })), []);
    return { ...state, run, clearError };
}
