/** Closing dialogs give the focus back more than once; nobody else takes it unasked. */
const MOST_TIMES = 5;

let release: () => void = () => undefined;

/**
 * Keeps the focus where a script has put it until the user does something. A dialog that has just closed gives the
 * focus back to where it was, some frames later and by more than one of its parts; the field that was asked for has it.
 * A dialog that opens gets it.
 */
export function holdFocus(element: HTMLElement): void {
    release();
    const end = new AbortController();
    release = () => end.abort();
    let times = 0;
    for (const input of ['keydown', 'pointerdown']) {
        document.addEventListener(input, () => end.abort(), { capture: true, signal: end.signal });
    }
    document.addEventListener(
        'focusin',
        ({ target }) => {
            if (target === element) return;
            const isInDialog = target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]');
            if (isInDialog || !element.isConnected || (times += 1) > MOST_TIMES) end.abort();
            else element.focus();
        },
        { signal: end.signal },
    );
}
