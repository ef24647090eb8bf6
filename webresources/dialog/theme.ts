/**
 * Makes the dialog light or dark like the surface it lies on. The platform does not tell a web resource its theme, but
 * the frame's surroundings are of the same origin; where they cannot be seen, the system's preference decides. A host
 * that sets `data-theme` itself is left alone.
 */
export function followTheme(page: Window): void {
    const root = page.document.documentElement;
    if (root.dataset.theme !== undefined) return;
    const surface = surfaceBehind(page);
    const prefersDark = page.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;
    root.dataset.theme = (surface === null ? prefersDark : isDark(surface)) ? 'dark' : 'light';
}

interface Colour {
    readonly red: number;
    readonly green: number;
    readonly blue: number;
}

/** The first background that can be seen, from the frame outwards. */
function surfaceBehind(page: Window): Colour | null {
    for (let element = page.frameElement?.parentElement ?? null; element; element = element.parentElement) {
        const colour = opaque(element.ownerDocument.defaultView?.getComputedStyle(element).backgroundColor ?? '');
        if (colour) return colour;
    }
    return null;
}

function opaque(css: string): Colour | null {
    const [red, green, blue, alpha = 1] = (/^rgba?\(([^)]+)\)$/.exec(css)?.[1] ?? '').split(/[,\s/]+/).map(Number);
    if (red === undefined || green === undefined || blue === undefined || alpha < 0.5) return null;
    return { red, green, blue };
}

/** Relative brightness below one half, by the weights of Rec. 601. */
function isDark({ red, green, blue }: Colour): boolean {
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255 < 0.5;
}
