import * as React from 'react';

/**
 * The width that the host allots, else the element's own, in pixels.
 * @param allotted not positive while the host does not say
 * @param unknown the width to go by while neither the host nor the layout knows one
 * @returns what the element's `ref` takes, and the width
 */
export function useWidth(allotted: number, unknown: number): readonly [(element: HTMLElement | null) => void, number] {
    const [own, setOwn] = React.useState(0);
    const observer = React.useRef<ResizeObserver | null>(null);
    const observe = React.useCallback((element: HTMLElement | null): void => {
        observer.current?.disconnect();
        observer.current = null;
        if (!element) return;
        setOwn(element.clientWidth);
        if (typeof ResizeObserver === 'undefined') return;
        observer.current = new ResizeObserver(() => setOwn(element.clientWidth));
        observer.current.observe(element);
    }, []);
    return [observe, allotted > 0 ? allotted : own > 0 ? own : unknown];
}
