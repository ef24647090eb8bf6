import { useEffect, useReducer } from 'react';

/** Renders the component again whenever `subscribe` reports a change. */
export function useSubscription(subscribe: ((listener: () => void) => () => void) | undefined): void {
    const [, renderAgain] = useReducer((count: number) => count + 1, 0);
    useEffect(() => {
        if (!subscribe) {
            return undefined;
        }
        const unsubscribe = subscribe(renderAgain);
        // What changed between the first render and this effect would be missed otherwise.
        renderAgain();
        return unsubscribe;
    }, [subscribe]);
}
