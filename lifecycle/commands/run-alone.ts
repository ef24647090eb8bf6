import { PAGE_SESSION } from '../configuration/page-session';

/** What may be under way in a page once at a time. */
export type Occupation = 'command' | 'dialog';

/**
 * Runs something unless the like of it is under way in the page, whichever script or component started that: a second
 * click often comes before the first one's dialog is there.
 * @param page its global object
 * @returns what it gives; null when it was not run
 * @throws what it throws
 */
export async function runAlone<Result>(
    page: object,
    occupation: Occupation,
    run: () => Promise<Result>,
): Promise<Result | null> {
    const busy = occupationsOf(page);
    if (busy.has(occupation)) return null;
    busy.add(occupation);
    try {
        return await run();
    } finally {
        busy.delete(occupation);
    }
}

function occupationsOf(page: object): Set<Occupation> {
    const former: unknown = Reflect.get(page, PAGE_SESSION);
    const session: { occupations?: Set<Occupation> } = typeof former === 'object' && former !== null ? former : {};
    if (session !== former) Reflect.set(page, PAGE_SESSION, session);
    return (session.occupations ??= new Set());
}
