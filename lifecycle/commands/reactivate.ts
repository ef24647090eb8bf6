import { LeadState } from '../choices';
import { LeadColumn } from '../columns';
import { proposeStatus, reactivationColumns } from '../reactivate/reactivation';
import { numberOf, type Row } from '../row';
import { changeEach, targetsOfAny } from './change-each';
import type { Host } from './host';
import { leadId, leadName, readSituation } from './lead-row';
import { runCommand, type Outcome } from './outcome';
import { restartProcess } from './restart-process';

/** Opens closed leads again, in a status reason that the seller chooses. */
export function reactivate(host: Host, ids: readonly string[]): Promise<Outcome> {
    return runCommand(host, 'reactivate.failed.title', async () => {
        const situation = await readSituation(host, ids, 'change-status');
        const targets = targetsOfAny(host, situation, LeadState.open);
        const [first] = situation.leads;
        if (targets.length === 0 || !first) {
            await host.alert({ title: host.text('refusal.title'), text: host.text('reactivate.none') });
            return { kind: 'refused' };
        }
        const answer = await host.openDialog('reactivate', {
            leadNames: situation.leads.map(leadName),
            targets,
            proposed: proposeStatus(first, targets),
        });
        if (answer === null) return { kind: 'cancelled' };
        const columns = reactivationColumns(answer);
        const outcome = await changeEach(host, situation, answer.status, answer.note, 'reactivate', columns);
        await restartAfterQualification(host, situation.leads, outcome.kind === 'done' ? outcome.leadIds : []);
        return outcome;
    });
}

/**
 * Sets the sales process of those leads back that were qualified.
 * @param leads as they were before
 * @param reopened ids of those that are open now
 */
export async function restartAfterQualification(
    host: Pick<Host, 'retrieveMultiple' | 'update' | 'report'>,
    leads: readonly Row[],
    reopened: readonly string[],
): Promise<void> {
    for (const lead of leads) {
        const wasQualified = numberOf(lead, LeadColumn.state) === LeadState.qualified;
        if (wasQualified && reopened.includes(leadId(lead))) await restartProcess(host, leadId(lead));
    }
}
