import { Gate } from '../choices';
import { Table } from '../columns';
import { judge } from '../criteria/gate';
import { listText } from '../messages';
import { planConversion, type Links } from '../qualify/conversion';
import type { Row } from '../row';
import { openCriterionText } from './criterion-text';
import { findMatches } from './find-matches';
import type { Host } from './host';
import { decideCommand, decisionText, leadId, leadName, leadStatus, readSituation, type Situation } from './lead-row';
import { messageOf, runCommand, type Failure, type Outcome } from './outcome';
import { convert, qualifiedStatus } from './qualify';
import { failuresText } from './result-text';

/**
 * Qualifies several leads. All are checked before the first is changed; then they are converted one after the other,
 * so that the second lead of a company finds the account that the first one created. One message tells the result.
 *
 * An account or contact is linked without asking when exactly one matches; criteria that only warn do not stop a lead.
 */
export function qualifyMany(host: Host, ids: readonly string[]): Promise<Outcome> {
    return runCommand(host, 'qualify.failed.title', async () => {
        const situation = await readSituation(host, ids, 'qualify');
        const checked: { lead: Row; problem: string }[] = [];
        for (const lead of situation.leads) checked.push({ lead, problem: await problemOf(host, lead, situation) });
        const ready = checked.filter(({ problem }) => problem === '').map(({ lead }) => lead);
        const notReady: Failure[] = checked
            .filter(({ problem }) => problem !== '')
            .map(({ lead, problem }) => ({ name: leadName(lead), message: problem }));

        const title = host.text('qualify.many.title');
        const list = listText(
            notReady.map(({ name, message }) => `${name}: ${message}`),
            host.text,
        );
        if (ready.length === 0) {
            await host.alert({ title, text: host.text('qualify.many.none', list) });
            return { kind: 'refused' };
        }
        const confirmed = await host.confirm({
            title,
            text:
                notReady.length === 0
                    ? host.text('qualify.many.confirm', ready.length)
                    : host.text('qualify.many.confirmSome', ready.length, situation.leads.length, list),
            confirmLabel: host.text('qualify.button'),
            cancelLabel: host.text('button.cancel'),
        });
        if (!confirmed) return { kind: 'cancelled' };

        const done: string[] = [];
        const failures: Failure[] = [];
        for (const [index, lead] of ready.entries()) {
            host.progress(host.text('qualify.progressMany', index + 1, ready.length));
            try {
                await convert(host, lead, qualifiedStatus(host, lead, situation), await onlyMatches(host, lead), {
                    note: '',
                    suppressDuplicateDetection: false,
                });
                done.push(leadId(lead));
            } catch (error) {
                host.report(error);
                failures.push({ name: leadName(lead), message: messageOf(error) });
            }
        }
        host.progress(null);
        await host.alert({
            title,
            text: failuresText(host, host.text('qualify.many.result', done.length, ready.length), failures),
        });
        return done.length > 0 ? { kind: 'done', leadIds: done } : { kind: 'failed' };
    });
}

/** What keeps a lead from being qualified, in words; empty for nothing. */
async function problemOf(host: Host, lead: Row, situation: Situation): Promise<string> {
    const from = leadStatus(lead);
    const to = qualifiedStatus(host, lead, situation);
    const decision = decideCommand(host, lead, to, 'qualify', situation.rules, '');
    if (!decision.allowed) return decisionText(host, decision, from, to, situation.statusReasons);
    const { blocking } = judge(Gate.qualify, situation.configuration.criteria, lead);
    const { missing } = planConversion(lead);
    if (blocking.length === 0 && missing.length === 0) return '';
    const labels = await host.columnLabels(Table.lead, [...blocking.map((criterion) => criterion.column), ...missing]);
    return [
        ...blocking.map((criterion) => openCriterionText(host, criterion, labels)),
        ...(missing.length > 0
            ? [host.text('qualify.dialog.missing', missing.map((column) => labels[column] ?? column).join(', '))]
            : []),
    ].join(' ');
}

async function onlyMatches(host: Host, lead: Row): Promise<Links> {
    const { accounts, contacts } = await findMatches(host, lead);
    const [account] = accounts;
    const [contact] = contacts;
    return {
        ...(accounts.length === 1 && account && { accountId: account.id }),
        ...(contacts.length === 1 && contact && { contactId: contact.id }),
    };
}
