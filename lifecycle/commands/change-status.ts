import { LeadState } from '../choices';
import { LeadColumn, Table } from '../columns';
import { labelOf } from '../configuration/status-reason';
import { explain, requiredColumnsFrom, type ExplainedTarget } from '../transitions/explain';
import { disqualify } from './disqualify';
import type { StatusGroup } from './dialogs';
import type { Host } from './host';
import {
    decideCommand,
    decisionText,
    factsOf,
    leadId,
    leadName,
    leadStatus,
    readSituation,
    type Situation,
} from './lead-row';
import { runCommand, type Outcome } from './outcome';
import { qualify } from './qualify';
import { reactivate } from './reactivate';
import { writeStatus } from './write-status';

export interface ChangeStatusOptions {
    /** What the dialog proposes. */
    readonly proposed?: number;
    /** Goes there without this dialog, if nothing is missing: whoever asks has shown the choice already. */
    readonly atOnce?: boolean;
    readonly processInstanceId?: string;
}

/**
 * Shows where a lead may go and why it may not go elsewhere, and takes it where the seller chooses. What leads to
 * another state goes on with the command for it.
 */
export function changeStatus(host: Host, id: string, options: ChangeStatusOptions = {}): Promise<Outcome> {
    return runCommand(host, 'status.failed.title', async () => {
        const situation = await readSituation(host, [id]);
        const [lead] = situation.leads;
        if (!lead) return { kind: 'cancelled' };
        const from = leadStatus(lead);
        const targets = await explainTargets(host, situation, lead);
        const wanted = targets.find(({ value }) => value === options.proposed);
        if (options.atOnce && wanted?.way && !wanted.noteRequired) {
            return goOn(host, situation, wanted, '', options);
        }
        const answer = await host.openDialog('status', {
            leadName: leadName(lead),
            current: labelOf(from, situation.statusReasons),
            groups: groupsOf(host, targets),
            proposed: wanted?.way ? wanted.value : null,
            guardIsOff: situation.rules.guardIsOff ?? false,
        });
        const target = targets.find(({ value }) => value === answer?.status);
        if (answer === null || !target) return { kind: 'cancelled' };
        return goOn(host, situation, target, answer.note, options);
    });
}

/** Takes the lead where its way leads; what leads to another state has a command, with a dialog of its own. */
async function goOn(
    host: Host,
    situation: Situation,
    target: ExplainedTarget,
    note: string,
    options: ChangeStatusOptions,
): Promise<Outcome> {
    const [lead] = situation.leads;
    if (!lead) return { kind: 'cancelled' };
    switch (target.way) {
        case 'qualify':
            return qualify(host, leadId(lead), {
                status: target.value,
                ...(options.processInstanceId && { processInstanceId: options.processInstanceId }),
            });
        case 'disqualify':
            return disqualify(host, [leadId(lead)], { status: target.value });
        case 'reactivate':
            return reactivate(host, [leadId(lead)], { status: target.value });
        case 'update':
            return move(host, situation, target, note);
        case 'none':
        case null:
            return { kind: 'cancelled' };
    }
}

/** How every other status reason stands for a lead, in words. */
async function explainTargets(
    host: Pick<Host, 'user' | 'columnLabels' | 'text'>,
    situation: Pick<Situation, 'rules'>,
    lead: Situation['leads'][number],
): Promise<readonly ExplainedTarget[]> {
    const from = leadStatus(lead);
    const columns = requiredColumnsFrom(from, situation.rules);
    const labels = columns.length > 0 ? await host.columnLabels(Table.lead, columns) : {};
    const words = { text: host.text, labelOfColumn: (column: string) => labels[column] ?? column };
    return explain(from, situation.rules, factsOf(host, lead), words);
}

function groupsOf(host: Pick<Host, 'text'>, targets: readonly ExplainedTarget[]): readonly StatusGroup[] {
    return Object.values(LeadState)
        .map((state) => ({
            label: host.text(`state.${state}`),
            targets: targets.filter((target) => target.state === state),
        }))
        .filter((group) => group.targets.length > 0);
}

/** Takes a lead to a status reason within its state. */
async function move(host: Host, situation: Situation, target: ExplainedTarget, note: string): Promise<Outcome> {
    const [lead] = situation.leads;
    if (!lead) return { kind: 'cancelled' };
    const from = leadStatus(lead);
    const decision = decideCommand(host, lead, target.value, 'update', situation.rules, note);
    if (!decision.allowed) {
        await host.alert({
            title: host.text('refusal.title'),
            text: await decisionText(host, decision, from, target.value, situation.statusReasons),
        });
        return { kind: 'refused' };
    }
    host.progress(host.text('status.progress', leadName(lead)));
    await writeStatus(host, lead, { [LeadColumn.status]: target.value }, note);
    return { kind: 'done', ids: [leadId(lead)] };
}
