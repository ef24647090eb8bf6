import type { Host } from '../../lifecycle/commands/host';
import { loadConfiguration } from '../../lifecycle/commands/load-configuration';
import type { Configuration } from '../../lifecycle/configuration/configuration';
import type { StatusReason } from '../../lifecycle/configuration/status-reason';
import type { Language } from '../../lifecycle/defaults';
import type { Text } from '../../lifecycle/messages';
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
}

interface Kept<Value> {
    /** Whom it was read for: another user or language reads anew. */
    readonly reader: string;
    readonly value: Promise<Value>;
    /** Milliseconds since 1970. */
    readonly since: number;
}

const TEN_MINUTES = 600_000;
const SESSION = Symbol.for('LeadLifecycle.session');

/** @throws what the host throws, when a table cannot be read; the next caller tries again */
export function sessionConfiguration(host: Pick<Host, 'retrieveMultiple' | 'user'>): Promise<Configuration> {
    return keep('configuration', host.user.id, () => loadConfiguration(host));
}

export function sessionStatusReasons(text: Text): Promise<readonly StatusReason[]> {
    return keep('statusReasons', text('status.1'), () => readStatusReasons(text));
}

export function sessionTexts(language: Language): Promise<Text> {
    return keep('texts', String(language), () => loadTexts(language));
}

/** To be called after the configuration has been changed here. */
export function forgetConfiguration(): void {
    delete session().configuration;
}

function keep<Value>(part: keyof Session, reader: string, read: () => Promise<Value>): Promise<Value> {
    const kept = session() as Partial<Record<keyof Session, Kept<Value> | undefined>>;
    const present = kept[part];
    if (present?.reader === reader && Date.now() - present.since < TEN_MINUTES) return present.value;
    const value = read();
    kept[part] = { reader, value, since: Date.now() };
    value.catch(() => (kept[part] = undefined));
    return value;
}

function session(): Session {
    const page = globalThis as { [SESSION]?: Session };
    return (page[SESSION] ??= {});
}
