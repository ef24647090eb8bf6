import React, { useCallback } from 'react';
import { proposeRevisit } from '../../../lifecycle/disqualify/disqualification';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import { Table } from '../../../lifecycle/columns';
import { reasonOf, type DisqualifiableLead, type DisqualificationInput } from '../../../lifecycle/disqualify/prepare';
import { NOTE_LENGTH } from '../../../lifecycle/disqualify/disqualification-writes';
import { NoteField } from '../../dialog/NoteField';
import { RadioGroup } from '../../dialog/RadioGroup';
import { RowPicker } from '../../dialog/RowPicker';
import { ActivitiesField } from './ActivitiesField';
import {
    answerOf,
    needsNote,
    problemsOf,
    whyNoteOf,
    withReason,
    type Answer,
    type FormProblem,
    type FormState,
} from './form-state';
import { LeadRow } from './LeadRow';
import { LeftOut, refusalOf } from './LeftOut';
import { ReasonField } from './ReasonField';
import { RevisitField } from './RevisitField';
import { useDisqualifyWords } from './words';

export interface DisqualifyFormProps {
    readonly host: DialogHost;
    readonly input: DisqualificationInput;
    /** Those that are open. */
    readonly leads: readonly DisqualifiableLead[];
    readonly form: FormState;
    readonly onChange: (change: (form: FormState) => FormState) => void;
    /** In the seller's words; empty without a competitor. */
    readonly competitorLine: string;
    /** What becomes of person and company, where one lead is closed. */
    readonly people: React.ReactNode;
}

/** What there is to say about leads that are closed: reason, note, competitor, day, activities. */
export function DisqualifyForm(props: DisqualifyFormProps): JSX.Element {
    const { host, input, leads, form, onChange, competitorLine, people } = props;
    const words = useDisqualifyWords();
    const firstId = leads[0]?.id ?? '';
    const isMany = leads.length > 1;
    const setOne = (change: (answer: Answer) => Answer): void => onChange((now) => ({ ...now, one: change(now.one) }));
    const setOwn = useCallback(
        (leadId: string, change: (answer: Answer) => Answer): void =>
            onChange((now) => ({ ...now, own: { ...now.own, [leadId]: change(answerOf(now, leadId, firstId)) } })),
        [onChange, firstId],
    );
    const chooseReason = useCallback(
        (leadId: string, reasonId: string) => setOwn(leadId, (answer) => withReason(answer, reasonId, input)),
        [setOwn, input],
    );
    const changeOwn = useCallback(
        (leadId: string, change: Partial<Answer>) => setOwn(leadId, (answer) => ({ ...answer, ...change })),
        [setOwn],
    );
    const problems = form.tried && !form.each ? check(form.one, leads) : [];
    const reason = reasonOf(input, form.one.reasonId);

    return (
        <>
            {isMany && (
                <RadioGroup
                    label={words('mode')}
                    value={form.each ? 'each' : 'one'}
                    options={[
                        { value: 'one', label: words('mode.one') },
                        { value: 'each', label: words('mode.each') },
                    ]}
                    onChange={(mode) => onChange((now) => ({ ...now, each: mode === 'each' }))}
                />
            )}
            {form.each ? (
                <div className="lead-rows" role="group" aria-label={words('mode.each')}>
                    {leads.map((lead) => {
                        const answer = answerOf(form, lead.id, firstId);
                        return (
                            <LeadRow
                                key={lead.id}
                                leadId={lead.id}
                                name={lead.name}
                                status={lead.statusLabel}
                                groups={input.groups}
                                answer={answer}
                                noteRequired={needsNote(answer, [lead], input)}
                                problems={form.tried ? check(answer, [lead]).join(' ') : ''}
                                refusal={refusalOf(lead, reasonOf(input, answer.reasonId), words).join(' ')}
                                today={input.today}
                                text={host.text}
                                onReason={chooseReason}
                                onChange={changeOwn}
                            />
                        );
                    })}
                </div>
            ) : (
                <>
                    <ReasonField
                        label={words(isMany ? 'reason.many' : 'reason')}
                        groups={input.groups}
                        value={form.one.reasonId}
                        problem={
                            problems.includes('reason-missing') ? host.text('disqualify.dialog.problem.reason') : ''
                        }
                        onChange={(reasonId) => setOne((answer) => withReason(answer, reasonId, input))}
                    />
                    {isMany && <LeftOut leads={leads} reason={reason} />}
                    <NoteField
                        label={words('note')}
                        value={form.one.note}
                        required={needsNote(form.one, leads, input)}
                        problem={noteProblem(problems)}
                        onChange={(note) => setOne((answer) => ({ ...answer, note }))}
                    />
                </>
            )}
            <div className="columns">
                {!form.each && (
                    <RevisitField
                        value={form.one.revisitOn}
                        proposed={reason && proposeRevisit(reason, input.today)}
                        today={input.today}
                        problem={problems.includes('revisit-in-the-past') ? words('problem.revisit') : ''}
                        onChange={(revisitOn) => setOne((answer) => ({ ...answer, revisitOn, revisitChosen: true }))}
                    />
                )}
                <RowPicker
                    label={words('competitor')}
                    hint={words('competitor.hint')}
                    tables={COMPETITORS}
                    webApi={host.webApi}
                    value={form.competitor}
                    onChange={(competitor) => onChange((now) => ({ ...now, competitor }))}
                />
            </div>
            {people}
            <ActivitiesField
                activities={leads.flatMap(({ activities }) => activities)}
                value={form.cancelActivities}
                onChange={(cancelActivities) => onChange((now) => ({ ...now, cancelActivities }))}
            />
        </>
    );

    function check(answer: Answer, about: readonly DisqualifiableLead[]): readonly FormProblem[] {
        return problemsOf(answer, about, input, host.configuration, competitorLine);
    }

    function noteProblem(found: readonly FormProblem[]): string {
        if (found.includes('note-missing')) {
            return whyNoteOf(form.one, leads, input) || host.text('disqualify.dialog.problem.note');
        }
        if (found.includes('note-too-long')) return words('problem.noteLong', NOTE_LENGTH);
        return '';
    }
}

const COMPETITORS = [Table.competitor] as const;
