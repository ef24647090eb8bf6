import type { Host } from '../../lifecycle/commands/host';
import { loadConfiguration } from '../../lifecycle/commands/load-configuration';
import type { Configuration } from '../../lifecycle/configuration/configuration';
import { forgetRules, PAGE_SESSION } from '../../lifecycle/configuration/page-session';
import type { StatusReason } from '../../lifecycle/configuration/status-reason';
import type { Language } from '../../lifecycle/defaults';
import type { Text } from '../../lifecycle/messages';
import type { TransitionRules } from '../../lifecycle/transitions/decide';
import { readStatusReasons } from './metadata';
import { loadTexts } from './texts';

/**
 * What is read once and shared by the scripts of the page, which are bundles of their own. It lives as long as the
 * page does; a maker's change reaches sellers who keep the page open after ten minutes.
 */
interface Session {
    configuration?: Kept<Configuration>;
    statusReasons?: Kept<readonly StatusReason[]>;
    texts?: Kept<Text>;
    commandRules?: Kept<CommandRules>;
}

/** What the enable rules of the command bar decide by. */
export interface CommandRules {
    readonly rules: TransitionRules;
    /** Names of the user's security roles. */
    readonly roles: readonly string[];
}

interface Kept<Value> {
    /** Whom it was read for: another user or language reads anew. */
    readonly reader: string;
    readonly value: Promise<Value>;
    /** What came of it; undefined until then. */
    settled?: Value;
    /** Milliseconds since 1970. */
    readonly since: number;
}

const TEN_MINUTES = 600_000;

/** @throws what the host throws, when a table cannot be read; the next caller tries again */
export function sessionConfiguration(host: Pick<Host, 'retrieveMultiple' | 'user' | 'report'>): Promise<Configuration> {
    return keep('configuration', host.user.id, () => loadConfiguration(host));
}

export function sessionStatusReasons(text: Text): Promise<readonly StatusReason[]> {
    return keep('statusReasons', text('status.1'), () => readStatusReasons(text));
}

export function sessionTexts(language: Language): Promise<Text> {
    return keep('texts', String(language), () => loadTexts(language));
}

/** @param read called when nobody has asked yet, or long ago */
export function sessionCommandRules(reader: string, read: () => Promise<CommandRules>): Promise<CommandRules> {
    return keep('commandRules', reader, read);
}

/** The same for those who cannot wait: undefined while nothing has been read, or once it is old. */
export function presentCommandRules(reader: string): CommandRules | undefined {
    const kept = session().commandRules;
    return kept && isFresh(kept, reader) ? kept.settled : undefined;
}

/** To be called after the configuration has been changed here. */
export function forgetConfiguration(): void {
    forgetRules(globalThis);
}

function keep<Value>(part: keyof Session, reader: string, read: () => Promise<Value>): Promise<Value> {
    const kept = session() as Partial<Record<keyof Session, Kept<Value> | undefined>>;
    const present = kept[part];
    if (present && isFresh(present, reader)) return present.value;
    const value = read();
    const fresh: Kept<Value> = { reader, value, since: Date.now() };
    kept[part] = fresh;
    value.then(
        (settled) => (fresh.settled = settled),
        () => (kept[part] = undefined),
    );
    return value;
}

function isFresh(kept: Kept<unknown>, reader: string): boolean {
    return kept.reader === reader && Date.now() - kept.since < TEN_MINUTES;
}

function session(): Session {
    const page = globalThis as { [PAGE_SESSION]?: Session };
    return (page[PAGE_SESSION] ??= {});
}
