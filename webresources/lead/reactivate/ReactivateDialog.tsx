import React, { useCallback, useState } from 'react';
import { LeadState } from '../../../lifecycle/choices';
import type { LeadChange } from '../../../lifecycle/change-leads/lead-change';
import { targetOf } from '../../../lifecycle/change-leads/changing-lead';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import { canReactivate, reactivationChange } from '../../../lifecycle/reactivate/reactivation-changes';
import {
    prepareReactivation,
    type ReactivatableLead,
    type ReactivationInput,
} from '../../../lifecycle/reactivate/prepare';
import type { OpportunityFate } from '../../../lifecycle/reactivate/reactivation-writes';
import type { Connection } from '../../dialog/connection';
import { DialogFrame } from '../../dialog/DialogFrame';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { Loading } from '../../dialog/Loading';
import { NoteField } from '../../dialog/NoteField';
import { useLoaded } from '../../dialog/use-loaded';
import { useRunning } from '../../dialog/use-running';
import { ChangeProblem } from '../change-leads/ChangeProblem';
import { ChangeResults, type NamedLead } from '../change-leads/ChangeResults';
import { canRetry } from '../change-leads/result-text';
import { useChanges } from '../change-leads/use-changes';
import { usePlan } from '../change-leads/use-plan';
import { useChangeWords } from '../change-leads/words';
import { answerOf, EMPTY_FORM, fateOf, needsNote, problemsOf, statusOf, whyNoteOf, type FormState } from './form-state';
import { ManyLeads } from './ManyLeads';
import { OneLead } from './OneLead';
import { StillClosed } from './StillClosed';
import { useReactivateWords } from './words';

export interface ReactivateDialogProps {
    readonly connection: Connection<'reactivate'>;
    readonly host: DialogHost;
}

/** Opens one closed lead again or many, with their processes, and settles what becomes of their opportunities. */
export function ReactivateDialog({ connection, host }: ReactivateDialogProps): JSX.Element {
    const { input: call, close, session } = connection;
    const words = useReactivateWords();
    const changeWords = useChangeWords();
    const loaded = useLoaded(() => prepareReactivation(host, call.ids), host.report);
    const [form, setForm] = useState<FormState>(EMPTY_FORM);
    const changes = useChanges(host, connection.interim);
    const plan = usePlan(changes);
    const retrying = useRunning(retry, host.report);
    const input = loaded.state === 'ready' ? loaded.value : null;
    const leads = input?.leads.filter(canReactivate) ?? [];
    const [first] = leads;
    const isOne = call.ids.length === 1;
    const isDone = !isOne && changes.hasRun;
    const busy = changes.isRunning || retrying.isRunning;
    const rest = [...changes.results.values()].filter(canRetry).length;
    const leave = useCallback(() => {
        const ids = changes.done();
        close(ids.length > 0 ? { changed: ids, open: null } : null);
    }, [close, changes]);
    const setStatus = useCallback(
        (leadId: string, status: number) =>
            setForm((now) => ({ ...now, statuses: { ...now.statuses, [leadId]: status } })),
        [],
    );
    const setOwnFate = useCallback(
        (leadId: string, fate: OpportunityFate) =>
            setForm((now) => ({ ...now, fates: { ...now.fates, [leadId]: fate } })),
        [],
    );
    // What is said of all counts for all; who differs is said afterwards.
    const setFate = useCallback((fate: OpportunityFate) => setForm((now) => ({ ...now, fate, fates: {} })), []);
    const problems = form.tried ? problemsOf(form, leads, call.status) : [];

    return (
        <DialogFrame
            title={words('title')}
            page={isDone ? 'results' : loaded.state}
            confirmLabel={confirmLabel()}
            cancelLabel={changeWords(isDone || (input && !first) ? 'close' : 'cancel')}
            busy={busy}
            {...(isDone && {
                stop: {
                    label: changeWords(changes.isStopping ? 'stopping' : 'stop'),
                    disabled: changes.isStopping,
                    onClick: changes.stop,
                },
            })}
            onCancel={leave}
            onConfirm={() => void (isDone ? retrying.run() : confirm())}
        >
            {content()}
        </DialogFrame>
    );

    function confirmLabel(): string | undefined {
        if (isDone) return rest > 0 || busy ? changeWords('retry', rest) : undefined;
        if (!first) return undefined;
        return isOne ? words('confirm') : words('confirm.many', leads.length);
    }

    function content(): React.ReactNode {
        switch (loaded.state) {
            case 'loading':
                return <Loading />;
            case 'failed':
                return <ErrorPanel error={loaded.error} onRetry={loaded.again} />;
            case 'ready':
                return isDone ? (
                    <>
                        <ErrorPanel error={retrying.error} />
                        <ChangeResults leads={named(loaded.value)} changes={changes} clientUrl={session.clientUrl} />
                    </>
                ) : (
                    ready(loaded.value)
                );
        }
    }

    function ready(read: ReactivationInput): React.ReactNode {
        if (!first) return <StillClosed leads={read.leads} asked={call.ids.length} />;
        const missing = call.ids.length - read.leads.length;
        const fateProblem = problems.includes('fate-missing') ? words('problem.fate') : '';
        return (
            <>
                {isOne && <ChangeProblem result={changes.results.get(first.id)} onReload={reload} />}
                <p className="intro">
                    {isOne ? words('intro', first.name, first.statusLabel) : words('intro.many', leads.length)}
                </p>
                {missing > 0 && (
                    <p className="message notice">
                        {missing === 1 ? changeWords('missing.one') : changeWords('missing.many', missing)}
                    </p>
                )}
                {!isOne && leads.length < read.leads.length && (
                    <StillClosed leads={read.leads.filter((lead) => !canReactivate(lead))} asked={null} />
                )}
                {isOne ? (
                    <OneLead
                        lead={first}
                        input={read}
                        clientUrl={session.clientUrl}
                        status={statusOf(form, first, call.status)}
                        fate={fateOf(form, first)}
                        fateProblem={fateProblem}
                        onStatus={(status) => setStatus(first.id, status)}
                        onFate={setFate}
                    />
                ) : (
                    <ManyLeads
                        leads={leads}
                        form={form}
                        chosen={call.status}
                        fateProblem={fateProblem}
                        onStatus={setStatus}
                        onFate={setFate}
                        onOwnFate={setOwnFate}
                    />
                )}
                <NoteField
                    label={words('note')}
                    value={form.note}
                    required={needsNote(form, leads, call.status)}
                    problem={problems.includes('note-missing') ? whyNoteOf(form, leads, call.status) : ''}
                    onChange={(note) => setForm((now) => ({ ...now, note }))}
                />
            </>
        );
    }

    function reload(): void {
        changes.forget();
        loaded.again();
    }

    async function confirm(): Promise<void> {
        if (!input || !first) return;
        setForm((now) => ({ ...now, tried: true }));
        if (problemsOf(form, leads, call.status).length > 0) return;
        const results = await plan.start(changesOf(leads, input));
        if (isOne && results.get(first.id)?.kind === 'done') close({ changed: [first.id], open: null });
    }

    function changesOf(some: readonly ReactivatableLead[], read: ReactivationInput): readonly LeadChange[] {
        return some.filter(canReactivate).flatMap((lead): readonly LeadChange[] => {
            const answer = answerOf(form, lead, call.status);
            if (!answer) return [];
            return [
                reactivationChange(lead, answer, {
                    processes: read.processes,
                    closeSubject: words('opportunity.subject'),
                    today: read.today,
                    minutesEast: -host.now().getTimezoneOffset(),
                }),
            ];
        });
    }

    async function retry(): Promise<void> {
        await plan.retry(async (ids) => {
            const read = await prepareReactivation(host, ids);
            return changesOf(read.leads, read);
        });
    }

    function named(read: ReactivationInput): readonly NamedLead[] {
        return read.leads.map((lead) => {
            const status = statusOf(form, lead, call.status);
            return {
                id: lead.id,
                name: lead.name,
                outcome: status === null ? '' : words('done', targetOf(lead, status)?.label ?? ''),
                refusal: canReactivate(lead) ? [] : [whyNot(lead)],
            };
        });
    }

    function whyNot({ state, statusLabel }: ReactivatableLead): string {
        return state === LeadState.open ? words('refused.open', statusLabel) : words('refused.none');
    }
}
