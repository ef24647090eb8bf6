import type { LookupValue } from '../model/values';

const KEY = 'recent-rows';
/** Rows remembered of each table. */
const MOST = 5;

type Remembered = Readonly<Record<string, readonly LookupValue[]>>;

/** Rows of a table that were chosen or opened last on this computer, newest first. */
export function recentRows(table: string): readonly LookupValue[] {
    return read()[table] ?? [];
}

export function rememberRow(value: LookupValue): void {
    const all = read();
    const others = (all[value.entityType] ?? []).filter(({ id }) => id !== value.id);
    try {
        localStorage.setItem(KEY, JSON.stringify({ ...all, [value.entityType]: [value, ...others].slice(0, MOST) }));
    } catch {
        // A full or forbidden storage only costs the list of recent rows.
    }
}

function read(): Remembered {
    try {
        return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Remembered;
    } catch {
        return {};
    }
}
