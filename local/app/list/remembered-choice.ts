/**
 * Small choices that the browser keeps for the user, such as how a list shows.
 */

/** The choice kept under a name; the first of `choices` when there is none, or it no longer exists. */
export function readFirstChoice(name: string, choices: readonly string[]): string {
    const kept = storage()?.getItem(name);
    return kept && choices.includes(kept) ? kept : (choices[0] ?? '');
}

export function rememberChoice(name: string, choice: string): void {
    storage()?.setItem(name, choice);
}

/** Undefined where the browser forbids it. */
function storage(): Storage | undefined {
    try {
        return window.localStorage;
    } catch {
        return undefined;
    }
}
