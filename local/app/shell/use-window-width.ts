import { useEffect, useState } from 'react';

/** The window's width in pixels, kept up to date. */
export function useWindowWidth(): number {
    const [width, setWidth] = useState(window.innerWidth);
    useEffect(() => {
        const measure = (): void => setWidth(window.innerWidth);
        window.addEventListener('resize', measure);
        return () => window.removeEventListener('resize', measure);
    }, []);
    return width;
}
