import { LeadState } from '../choices';
import { disqualificationColumns, groupReasons, reasonsFor } from '../disqualify/disqualification';
import type { PermittedTarget } from '../transitions/permitted-targets';
import { changeEach, targetsOfAny } from './change-each';
import type { Host } from './host';
import { leadName, localDay, readSituation } from './lead-row';
import { runCommand, type Outcome } from './outcome';

/**
 * Disqualifies leads: one dialog asks for the reason, then each lead is checked and changed on its own. The lead
 * closes read-only and keeps reason, note and revisit date.
 * @param options.status only reasons of this status reason are offered
 */
export function disqualify(
    host: Host,
    ids: readonly string[],
    options: { readonly status?: number } = {},
): Promise<Outcome> {
    return runCommand(host, 'disqualify.failed.title', async () => {
        const situation = await readSituation(host, ids, 'change-status');
        const targets = targetsOfAny(host, situation, LeadState.disqualified).filter(
            (target) => options.status === undefined || target.value === options.status,
        );
        const reasons = reasonsFor(situation.configuration, targets).map((reason) => ({
            ...reason,
            noteRequired: reason.noteRequired || demandsNote(targets, reason.status),
        }));
        const groups = groupReasons(reasons, targets);
        if (groups.length === 0) {
            await host.alert({ title: host.text('refusal.title'), text: host.text('disqualify.none') });
            return { kind: 'refused' };
        }
        const answer = await host.openDialog('disqualify', {
            leadNames: situation.leads.map(leadName),
            groups,
            today: localDay(host.now()),
        });
        const reason = reasons.find((candidate) => candidate.id === answer?.reasonId);
        if (answer === null || !reason) return { kind: 'cancelled' };
        const isRow = situation.configuration.reasonsAreRows && !reason.id.startsWith('status:');
        const columns = disqualificationColumns(reason, answer, isRow);
        return changeEach(host, situation, reason.status, answer.note, 'disqualify', columns);
    });
}

function demandsNote(targets: readonly PermittedTarget[], status: number): boolean {
    return targets.some((target) => target.value === status && target.noteRequired);
}
