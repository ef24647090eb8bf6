import { EntitySet, ProcessColumn, Table } from '../columns';
import { textOf } from '../row';
import type { Host } from './host';

/**
 * Puts the sales process of a lead back to its first stage. Dataverse qualifies a lead only while its process stands
 * at a stage of lead, and opening a qualified lead again leaves it at the opportunity's.
 *
 * The lead is open either way, so a failure is reported and not thrown; Dataverse says the rest when it qualifies.
 */
export async function restartProcess(
    host: Pick<Host, 'retrieveMultiple' | 'update' | 'report'>,
    leadId: string,
): Promise<void> {
    const { id, lead, activeStage, traversedPath, state } = ProcessColumn;
    try {
        const running = await host.retrieveMultiple(
            Table.salesProcess,
            `?$select=${id},${traversedPath}&$filter=_${lead}_value eq ${leadId} and ${state} eq 0`,
        );
        for (const instance of running) {
            const [first, ...later] = textOf(instance, traversedPath).split(',');
            if (!first || later.length === 0) continue;
            await host.update(Table.salesProcess, textOf(instance, id), {
                [`${activeStage}@odata.bind`]: `/${EntitySet.processStage}(${first})`,
                [traversedPath]: first,
            });
        }
    } catch (error) {
        host.report(error);
    }
}
