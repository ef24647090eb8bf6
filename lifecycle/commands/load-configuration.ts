import { Table } from '../columns';
import { configurationColumns, readConfiguration, type Configuration } from '../configuration/configuration';
import type { Host } from './host';

/**
 * Reads the three tables of the configuration, in three requests at once.
 * @throws what the host throws, when one of them cannot be read
 */
export async function loadConfiguration(host: Pick<Host, 'retrieveMultiple' | 'user'>): Promise<Configuration> {
    const read = (table: string, columns: readonly string[]) =>
        host.retrieveMultiple(table, `?$select=${columns.join(',')}`);
    const [transitions, reasons, criteria] = await Promise.all([
        read(Table.statusTransition, configurationColumns.transitions),
        read(Table.disqualificationReason, configurationColumns.reasons),
        read(Table.criterion, configurationColumns.criteria),
    ]);
    return readConfiguration({ transitions, reasons, criteria }, host.user.language);
}
