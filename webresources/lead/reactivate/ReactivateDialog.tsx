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
import { NoteField } from '../../dialog/NoteField';
import { ChangeProblem } from '../change-leads/ChangeProblem';
import type { NamedLead } from '../change-leads/ChangeResults';
import { LeadsCommandFrame } from '../change-leads/LeadsCommandFrame';
import { MissingLeads } from '../change-leads/MissingLeads';
import { useLeadsCommand } from '../change-leads/use-leads-command';
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
    const { input: call, session } = connection;
    const words = useReactivateWords();
    const [form, setForm] = useState<FormState>(EMPTY_FORM);
    const command = useLeadsCommand<ReactivatableLead, ReactivationInput>(connection, host, {
        read: (ids) => prepareReactivation(host, ids),
        isPossible: canReactivate,
        changesOf,
    });
    const { leads, changes, isOne } = command;
    const [first] = leads;
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
        <LeadsCommandFrame
            command={command}
            title={words('title')}
            confirmLabel={confirmLabel()}
            onConfirm={confirm}
            form={ready}
            named={named}
            clientUrl={session.clientUrl}
        />
    );

    function confirmLabel(): string | undefined {
        if (!first) return undefined;
        return isOne ? words('confirm') : words('confirm.many', leads.length);
    }

    function ready(read: ReactivationInput): React.ReactNode {
        if (!first) return <StillClosed leads={read.leads} asked={call.ids.length} />;
        const fateProblem = problems.includes('fate-missing') ? words('problem.fate') : '';
        return (
            <>
                {isOne && <ChangeProblem result={changes.results.get(first.id)} onReload={command.reload} />}
                <p className="intro">
                    {isOne ? words('intro', first.name, first.statusLabel) : words('intro.many', leads.length)}
                </p>
                <MissingLeads count={call.ids.length - read.leads.length} />
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

    function confirm(): void {
        if (!first) return;
        setForm((now) => ({ ...now, tried: true }));
        if (problemsOf(form, leads, call.status).length === 0) void command.start();
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
