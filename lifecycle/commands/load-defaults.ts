import { defaultRows, type ConfigurationTable } from '../defaults/rows';
import { plainId, textOf } from '../row';
import type { Host } from './host';
import { runCommand, type Outcome } from './outcome';

/** Writes in one change set; Dataverse takes up to 1,000. */
const ROWS_A_CHANGE_SET = 100;

/**
 * Creates the default rows of a settings table that are not there yet, under their fixed ids. Rows that exist stay as
 * the makers left them, also when they are inactive.
 */
export function loadDefaults(host: Omit<Host, 'openDialog'>, table: ConfigurationTable): Promise<Outcome> {
    return runCommand(host, 'defaults.failed.title', async () => {
        const idColumn = `${table}id`;
        const existing = await host.retrieveMultiple(table, `?$select=${idColumn}`);
        const known = new Set(existing.map((row) => plainId(textOf(row, idColumn))));
        const missing = defaultRows(host.user.language, table).filter((row) => !known.has(row.id));
        const title = host.text('defaults.title');
        if (missing.length === 0) {
            await host.alert({ title, text: host.text('defaults.nothing') });
            return { kind: 'refused' };
        }
        const confirmed = await host.confirm({
            title,
            text: host.text('defaults.confirm', missing.length),
            confirmLabel: host.text('defaults.title'),
            cancelLabel: host.text('button.cancel'),
        });
        if (!confirmed) return { kind: 'cancelled' };
        host.progress(host.text('defaults.progress'));
        for (let start = 0; start < missing.length; start += ROWS_A_CHANGE_SET) {
            await host.changeSet(
                missing
                    .slice(start, start + ROWS_A_CHANGE_SET)
                    .map((row) => ({ kind: 'create', table: row.table, columns: row.columns })),
            );
        }
        host.progress(null);
        await host.alert({ title, text: host.text('defaults.result', missing.length) });
        return { kind: 'done', ids: [] };
    });
}
