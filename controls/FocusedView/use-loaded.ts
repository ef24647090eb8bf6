import * as React from 'react';
import { messageOf } from '../../lifecycle/commands/outcome';

/** Something that is read from the server. While it is read again, the former value stays. */
export interface Loaded<Value> {
    readonly value: Value | null;
    readonly loading: boolean;
    /** Why it could not be read; empty when it could. */
    readonly failure: string;
}

/**
 * Reads something whenever `key` changes; answers that come too late are dropped.
 * @param key what the value depends on, and null for "nothing to read"
 * @param delay milliseconds to wait before reading, so that a key held down does not read every card that it passes
 */
export function useLoaded<Value>(key: string | null, read: () => Promise<Value>, delay = 0): Loaded<Value> {
    const [loaded, setLoaded] = React.useState<Loaded<Value>>({ value: null, loading: key !== null, failure: '' });
    const latestRead = React.useRef(read);
    latestRead.current = read;
    React.useEffect(() => {
        if (key === null) return undefined;
        let current = true;
        const settle = (next: (former: Loaded<Value>) => Loaded<Value>): void => {
            if (current) setLoaded(next);
        };
        setLoaded((former) => ({ ...former, loading: true, failure: '' }));
        const timer = setTimeout(() => {
            latestRead.current().then(
                (value) => settle(() => ({ value, loading: false, failure: '' })),
                (error: unknown) => settle((former) => ({ ...former, loading: false, failure: messageOf(error) })),
            );
        }, delay);
        return () => {
            current = false;
            clearTimeout(timer);
        };
    }, [key, delay]);
    return loaded;
}
