import { useCallback, useEffect, useRef, useState } from 'react';

export type Loaded<Value> =
    | { readonly state: 'loading'; readonly again: () => void }
    | { readonly state: 'failed'; readonly error: unknown; readonly again: () => void }
    | { readonly state: 'ready'; readonly value: Value; readonly again: () => void };

type Answer<Value> =
    | { readonly state: 'loading' }
    | { readonly state: 'failed'; readonly error: unknown }
    | Ready<Value>;

interface Ready<Value> {
    readonly state: 'ready';
    readonly value: Value;
}

/**
 * What a dialog reads before it can show anything; `again` reads it anew. Late answers of a former reading are dropped.
 * @param report gets what it failed with as well, for developers
 */
export function useLoaded<Value>(
    read: () => Promise<Value>,
    report: (error: unknown) => void = () => undefined,
): Loaded<Value> {
    const [answer, setAnswer] = useState<Answer<Value>>({ state: 'loading' });
    const [attempt, setAttempt] = useState(0);
    const latest = useRef({ read, report });
    latest.current = { read, report };
    useEffect(() => {
        let current = true;
        const settle = (next: Answer<Value>): void => {
            if (current) setAnswer(next);
        };
        latest.current.read().then(
            (value) => settle({ state: 'ready', value }),
            (error: unknown) => {
                latest.current.report(error);
                settle({ state: 'failed', error });
            },
        );
        return () => {
            current = false;
        };
    }, [attempt]);
    const again = useCallback(() => {
        setAnswer({ state: 'loading' });
        setAttempt((number) => number + 1);
    }, []);
    return { ...answer, again };
}
