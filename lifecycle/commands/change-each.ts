import type { LeadState } from '../choices';
import { numberOf, type Row } from '../row';
import { LeadColumn } from '../columns';
import { permittedTargets, type PermittedTarget } from '../transitions/permitted-targets';
import type { Host } from './host';
import { decideCommand, decisionText, factsOf, leadId, leadName, leadStatus, type Situation } from './lead-row';
import { messageOf, type Failure, type Outcome } from './outcome';
import { failuresText } from './result-text';
import { writeStatus } from './write-status';

/** Status reasons that at least one of the leads may go to; a note is demanded when any of them demands it. */
export function targetsOfAny(host: Host, situation: Situation, state: LeadState): readonly PermittedTarget[] {
    const perLead = situation.leads
        .filter((lead) => numberOf(lead, LeadColumn.state) !== state)
        .map((lead) => permittedTargets(leadStatus(lead), situation.rules, factsOf(host, lead), state));
    return situation.statusReasons.flatMap((reason) => {
        const found = perLead.flat().filter((target) => target.value === reason.value);
        return found.length === 0 ? [] : [{ ...reason, noteRequired: found.some((target) => target.noteRequired) }];
    });
}

/**
 * Moves every lead to a status reason, each on its own: one that is refused or fails does not keep the others. One
 * message tells about several leads, or about the one that did not work.
 */
export async function changeEach(
    host: Host,
    situation: Situation,
    to: number,
    note: string,
    verb: 'disqualify' | 'reactivate',
    columns: Row,
): Promise<Outcome> {
    const { leads } = situation;
    const done: string[] = [];
    const failures: Failure[] = [];
    for (const [index, lead] of leads.entries()) {
        host.progress(
            leads.length === 1
                ? host.text(`${verb}.progress`, leadName(lead))
                : host.text(`${verb}.progressMany`, index + 1, leads.length),
        );
        const from = leadStatus(lead);
        const decision = decideCommand(host, lead, to, verb, situation.rules, note);
        if (!decision.allowed) {
            const message = await decisionText(host, decision, from, to, situation.statusReasons);
            failures.push({ name: leadName(lead), message });
            continue;
        }
        try {
            await writeStatus(host, lead, columns, note);
            done.push(leadId(lead));
        } catch (error) {
            host.report(error);
            failures.push({ name: leadName(lead), message: messageOf(error) });
        }
    }
    host.progress(null);
    const [failure] = failures;
    if (leads.length === 1 && failure) {
        await host.alert({ title: host.text(`${verb}.failed.title`), text: failure.message });
    } else if (leads.length > 1) {
        await host.alert({
            title: host.text(`${verb}.titleMany`, leads.length),
            text: failuresText(host, host.text(`${verb}.result`, done.length, leads.length), failures),
        });
    }
    return done.length > 0 ? { kind: 'done', leadIds: done } : { kind: 'failed' };
}
