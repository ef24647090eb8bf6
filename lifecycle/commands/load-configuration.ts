import { Table } from '../columns';
import { configurationColumns, readConfiguration, type Configuration } from '../configuration/configuration';
import { guardSwitchQuery, readGuardIsOff, withoutGuard } from '../configuration/guard-switch';
import type { Host } from './host';

/**
 * Reads the three tables of the configuration and the guard's switch, in four requests at once.
 * @throws what the host throws, when one of the tables cannot be read; the switch counts as on then
 */
export async function loadConfiguration(
    host: Pick<Host, 'retrieveMultiple' | 'user' | 'report'>,
): Promise<Configuration> {
    const read = (table: string, columns: readonly string[]) =>
        host.retrieveMultiple(table, `?$select=${columns.join(',')}`);
    const [transitions, reasons, criteria, guardIsOff] = await Promise.all([
        read(Table.statusTransition, configurationColumns.transitions),
        read(Table.disqualificationReason, configurationColumns.reasons),
        read(Table.criterion, configurationColumns.criteria),
        isGuardOff(host),
    ]);
    const configuration = readConfiguration({ transitions, reasons, criteria }, host.user.language);
    return guardIsOff ? withoutGuard(configuration) : configuration;
}

async function isGuardOff(host: Pick<Host, 'retrieveMultiple' | 'report'>): Promise<boolean> {
    try {
        return readGuardIsOff(await host.retrieveMultiple(Table.environmentVariable, guardSwitchQuery));
    } catch (error) {
        host.report(error);
        return false;
    }
}
