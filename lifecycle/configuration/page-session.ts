import type { Configuration } from './configuration';

/**
 * Where the client scripts of a page keep what they have read. One symbol for all bundles of the page: scripts, dialogs
 * and code components each bring their own copy of this code.
 */
export const PAGE_SESSION: unique symbol = Symbol.for('LeadLifecycle.session');

const RULES: readonly string[] = ['configuration', 'statusReasons', 'commandRules'];

/**
 * To be called after somebody has changed the rules in this page: the next who needs them reads them anew.
 * @param page its global object
 */
export function forgetRules(page: object): void {
    const session: unknown = Reflect.get(page, PAGE_SESSION);
    if (typeof session !== 'object' || session === null) return;
    for (const part of RULES) Reflect.deleteProperty(session, part);
}

/**
 * The configuration that the scripts of the page have read, or are reading, for a user.
 * @param page its global object
 * @param reader id of the user, in lower case without braces
 * @returns null when nobody has asked for it yet
 */
export function keptConfiguration(page: object, reader: string): Promise<Configuration> | null {
    const session = Reflect.get(page, PAGE_SESSION) as
        | { readonly configuration?: { readonly reader: string; readonly value: Promise<Configuration> } }
        | undefined;
    const kept = session?.configuration;
    return kept?.reader === reader ? kept.value : null;
}
