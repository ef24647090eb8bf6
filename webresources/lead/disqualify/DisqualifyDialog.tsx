import React, { useCallback, useState } from 'react';
import type { LeadChange } from '../../../lifecycle/change-leads/lead-change';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import { disqualificationChange, isOpen } from '../../../lifecycle/disqualify/disqualification-changes';
import {
    prepareDisqualification,
    type DisqualifiableLead,
    type DisqualificationInput,
} from '../../../lifecycle/disqualify/prepare';
import type { Connection } from '../../dialog/connection';
import { DialogFrame } from '../../dialog/DialogFrame';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { Loading } from '../../dialog/Loading';
import { useLoaded } from '../../dialog/use-loaded';
import { useRunning } from '../../dialog/use-running';
import { ChangeProblem } from '../change-leads/ChangeProblem';
import { ChangeResults, type NamedLead } from '../change-leads/ChangeResults';
import { canRetry } from '../change-leads/result-text';
import { useChanges } from '../change-leads/use-changes';
import { usePlan } from '../change-leads/use-plan';
import { useChangeWords } from '../change-leads/words';
import { DisqualifyForm } from './DisqualifyForm';
import { answerOf, disqualificationOf, EMPTY_FORM, problemsOf, type FormState } from './form-state';
import { refusalOf } from './LeftOut';
import { NothingPossible } from './NothingPossible';
import { KeepPeople } from './KeepPeople';
import { useKeptPeople } from './use-kept-people';
import { useDisqualifyWords } from './words';

export interface DisqualifyDialogProps {
    readonly connection: Connection<'disqualify'>;
    readonly host: DialogHost;
}

/** Closes one lead or many, each with reason, note and the day to look at it again. */
export function DisqualifyDialog({ connection, host }: DisqualifyDialogProps): JSX.Element {
    const { input: call, close, session } = connection;
    const words = useDisqualifyWords();
    const changeWords = useChangeWords();
    const loaded = useLoaded(() => prepareDisqualification(host, call.ids, call.status), host.report);
    const [form, setForm] = useState<FormState>(EMPTY_FORM);
    const changes = useChanges(host, connection.interim);
    const plan = usePlan(changes);
    const input = loaded.state === 'ready' ? loaded.value : null;
    const leads = input?.leads.filter(isOpen) ?? [];
    const [first] = leads;
    const isOne = call.ids.length === 1;
    const kept = useKeptPeople(host, isOne ? (first ?? null) : null);
    const retrying = useRunning(retry, host.report);
    const busy = changes.isRunning || retrying.isRunning;
    const done = changes.done();
    const leave = useCallback(() => {
        const ids = changes.done();
        close(ids.length > 0 ? { changed: ids, open: null } : null);
    }, [close, changes]);
    const competitorLine = form.competitor ? words('competitor.line', form.competitor.name) : '';
    const isDone = !isOne && changes.hasRun;
    const rest = [...changes.results.values()].filter(canRetry).length;
    const isPossible = input !== null && input.groups.length > 0;

    return (
        <DialogFrame
            title={words('title')}
            page={isDone ? 'results' : loaded.state}
            confirmLabel={confirmLabel()}
            confirmDisabled={!isDone && kept.isLoading}
            cancelLabel={changeWords(isDone || (input && !isPossible) ? 'close' : 'cancel')}
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
        if (!isPossible) return undefined;
        return isOne
            ? words('confirm')
            : words('confirm.many', leads.filter((lead) => refused(lead).length === 0).length);
    }

    function content(): React.ReactNode {
        switch (loaded.state) {
            case 'loading':
                return <Loading lines={9} />;
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

    function ready(read: DisqualificationInput): React.ReactNode {
        if (!isPossible) return <NothingPossible leads={read.leads} asked={call.ids.length} />;
        const missing = call.ids.length - read.leads.length;
        return (
            <>
                {isOne && <ChangeProblem result={changes.results.get(first?.id ?? '')} onReload={reload} />}
                <p className="intro">{isOne ? words('intro', first?.name ?? '') : words('intro.many', leads.length)}</p>
                {missing > 0 && (
                    <p className="message notice">
                        {missing === 1 ? changeWords('missing.one') : changeWords('missing.many', missing)}
                    </p>
                )}
                <DisqualifyForm
                    host={host}
                    input={read}
                    leads={leads}
                    form={form}
                    onChange={setForm}
                    competitorLine={competitorLine}
                    people={isOne && first && <KeepPeople lead={first} kept={kept} />}
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
        const answers = form.each ? leads.map((lead) => ({ lead, about: [lead] })) : [{ lead: first, about: leads }];
        const problems = answers.flatMap(({ lead, about }) =>
            problemsOf(answerOf(form, lead.id, first.id), about, input, host.configuration, competitorLine),
        );
        if (problems.length > 0) return;
        const results = await plan.start(changesOf(leads, input));
        if (isOne && results.get(first.id)?.kind === 'done') close({ changed: [first.id], open: null });
    }

    /** Of the leads that may be closed as they are. */
    function changesOf(some: readonly DisqualifiableLead[], read: DisqualificationInput): readonly LeadChange[] {
        return some.flatMap((lead): readonly LeadChange[] => {
            const answer = disqualificationOf(answerOf(form, lead.id, first?.id ?? ''), read);
            if (!answer || refusalOf(lead, answer.reason, words).length > 0) return [];
            return [
                disqualificationChange(
                    lead,
                    answer,
                    {
                        competitor: { competitorId: form.competitor?.id ?? null, competitorLine },
                        cancelActivities: form.cancelActivities,
                    },
                    host.configuration,
                    kept.of(lead),
                ),
            ];
        });
    }

    async function retry(): Promise<void> {
        await plan.retry(async (ids) => {
            const read = await prepareDisqualification(host, ids, call.status);
            return changesOf(read.leads, input ?? read);
        });
    }

    /** Why the lead cannot be closed as it is said, a line each. */
    function refused(lead: DisqualifiableLead): readonly string[] {
        const answer = input && disqualificationOf(answerOf(form, lead.id, first?.id ?? ''), input);
        return refusalOf(lead, answer?.reason ?? null, words);
    }

    function named(read: DisqualificationInput): readonly NamedLead[] {
        return read.leads.map((lead) => {
            const answer = disqualificationOf(answerOf(form, lead.id, first?.id ?? ''), read);
            return {
                id: lead.id,
                name: lead.name,
                outcome: answer ? words('done', answer.reason.name) : '',
                refusal: done.includes(lead.id) ? [] : refused(lead),
            };
        });
    }
}
