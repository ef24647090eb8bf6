import React, { useState } from 'react';
import type { LeadChange } from '../../../lifecycle/change-leads/lead-change';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import { disqualificationChange, isOpen } from '../../../lifecycle/disqualify/disqualification-changes';
import {
    prepareDisqualification,
    type DisqualifiableLead,
    type DisqualificationInput,
} from '../../../lifecycle/disqualify/prepare';
import type { Connection } from '../../dialog/connection';
import { ChangeProblem } from '../change-leads/ChangeProblem';
import type { NamedLead } from '../change-leads/ChangeResults';
import { LeadsCommandFrame } from '../change-leads/LeadsCommandFrame';
import { MissingLeads } from '../change-leads/MissingLeads';
import { useLeadsCommand } from '../change-leads/use-leads-command';
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
    const { input: call, session } = connection;
    const words = useDisqualifyWords();
    const [form, setForm] = useState<FormState>(EMPTY_FORM);
    const command = useLeadsCommand<DisqualifiableLead, DisqualificationInput>(connection, host, {
        read: (ids) => prepareDisqualification(host, ids, call.status),
        isPossible: isOpen,
        changesOf,
    });
    const { input, leads, changes, isOne } = command;
    const [first] = leads;
    const kept = useKeptPeople(host, isOne ? (first ?? null) : null);
    const done = changes.done();
    const competitorLine = form.competitor ? words('competitor.line', form.competitor.name) : '';
    const isPossible = input !== null && input.groups.length > 0;

    return (
        <LeadsCommandFrame
            command={command}
            title={words('title')}
            confirmLabel={confirmLabel()}
            confirmDisabled={kept.isLoading}
            onConfirm={confirm}
            lines={9}
            form={ready}
            named={named}
            clientUrl={session.clientUrl}
        />
    );

    function confirmLabel(): string | undefined {
        if (!isPossible) return undefined;
        return isOne
            ? words('confirm')
            : words('confirm.many', leads.filter((lead) => refused(lead).length === 0).length);
    }

    function ready(read: DisqualificationInput): React.ReactNode {
        if (!isPossible) return <NothingPossible leads={read.leads} asked={call.ids.length} />;
        return (
            <>
                {isOne && <ChangeProblem result={changes.results.get(first?.id ?? '')} onReload={command.reload} />}
                <p className="intro">{isOne ? words('intro', first?.name ?? '') : words('intro.many', leads.length)}</p>
                <MissingLeads count={call.ids.length - read.leads.length} />
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

    function confirm(): void {
        if (!input || !first) return;
        setForm((now) => ({ ...now, tried: true }));
        const answers = form.each ? leads.map((lead) => ({ lead, about: [lead] })) : [{ lead: first, about: leads }];
        const problems = answers.flatMap(({ lead, about }) =>
            problemsOf(answerOf(form, lead.id, first.id), about, input, host.configuration, competitorLine),
        );
        if (problems.length === 0) void command.start();
    }

    /** Of the leads that may be closed as they are. */
    function changesOf(some: readonly DisqualifiableLead[], read: DisqualificationInput): readonly LeadChange[] {
        return some.flatMap((lead): readonly LeadChange[] => {
            // What was chosen is among what was read at first, also when some leads have been read again since.
            const answer = disqualificationOf(answerOf(form, lead.id, first?.id ?? ''), input ?? read);
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
