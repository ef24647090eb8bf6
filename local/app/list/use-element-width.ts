import { useEffect, useState, type RefObject } from 'react';

/** The width of an element in pixels, kept up to date; 0 before the first measurement. */
export function useElementWidth(ref: RefObject<HTMLElement>): number {
    const [width, setWidth] = useState(0);
    useEffect(() => {
        const element = ref.current;
        if (!element) {
            return undefined;
        }
        setWidth(element.clientWidth);
        if (typeof ResizeObserver === 'undefined') {
            return undefined;
        }
        const observer = new ResizeObserver(() => setWidth(element.clientWidth));
        observer.observe(element);
        return () => observer.disconnect();
    }, [ref]);
    return width;
}
