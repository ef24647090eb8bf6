import React, { useCallback, useState } from 'react';
import type { DisqualificationReason } from '../../../lifecycle/configuration/disqualification-reason';
import { checkAnswer, proposeRevisit, type AnswerProblem } from '../../../lifecycle/disqualify/disqualification';
import type { Connection } from '../../dialog/connection';
import { DialogFrame } from '../../dialog/DialogFrame';
import { NoteField } from '../../dialog/NoteField';

/** Asks for the reason, a note and the day to look at the lead again. */
export function DisqualifyDialog({ connection }: { readonly connection: Connection<'disqualify'> }): JSX.Element {
    const { input, text, language, close } = connection;
    const [reason, setReason] = useState<DisqualificationReason>();
    const [note, setNote] = useState('');
    const [revisitOn, setRevisitOn] = useState('');
    const [revisitTyped, setRevisitTyped] = useState(false);
    const [tried, setTried] = useState(false);
    const cancel = useCallback(() => close(null), [close]);

    const answer = { reasonId: reason?.id ?? '', note, revisitOn: revisitOn || null };
    const problems = tried ? checkAnswer(answer, reason, false, input.today) : [];
    const has = (problem: AnswerProblem): boolean => problems.includes(problem);
    const choose = (chosen: DisqualificationReason): void => {
        setReason(chosen);
        // A day that the seller typed is worth more than a proposal.
        if (!revisitTyped) setRevisitOn(proposeRevisit(chosen, input.today) ?? '');
    };
    const [onlyName] = input.leadNames;

    return (
        <DialogFrame
            title={text('disqualify.title')}
            confirmLabel={text('disqualify.button')}
            cancelLabel={text('button.cancel')}
            onCancel={cancel}
            onConfirm={() => {
                setTried(true);
                if (checkAnswer(answer, reason, false, input.today).length === 0) close(answer);
            }}
        >
            <p className="intro">
                {input.leadNames.length === 1
                    ? text('disqualify.dialog.intro', onlyName ?? '')
                    : text('disqualify.dialog.introMany', input.leadNames.length)}
            </p>
            <fieldset
                data-invalid={has('reason-missing')}
                aria-describedby={has('reason-missing') ? 'reason-problem' : undefined}
            >
                <legend className="required">{text('disqualify.dialog.reason')}</legend>
                {input.groups.map((group) => (
                    <div key={group.status} role="group" aria-labelledby={`group-${group.status}`}>
                        <div className="group-name" id={`group-${group.status}`}>
                            {group.label}
                        </div>
                        {group.reasons.map((option) => (
                            <label className="choice" key={option.id}>
                                <input
                                    type="radio"
                                    name="reason"
                                    checked={reason?.id === option.id}
                                    onChange={() => choose(option)}
                                />
                                {option.name}
                            </label>
                        ))}
                    </div>
                ))}
                {has('reason-missing') && (
                    <p className="problem" id="reason-problem" role="alert">
                        {text('disqualify.dialog.problem.reason')}
                    </p>
                )}
            </fieldset>
            <NoteField
                label={text('disqualify.dialog.note')}
                value={note}
                required={reason?.noteRequired ?? false}
                problem={has('note-missing') ? text('disqualify.dialog.problem.note') : ''}
                onChange={setNote}
            />
            <div className="field">
                <label className="label" htmlFor="revisit">
                    {text('disqualify.dialog.revisit')}
                </label>
                <input
                    id="revisit"
                    type="date"
                    min={input.today}
                    value={revisitOn}
                    aria-invalid={has('revisit-in-the-past')}
                    aria-describedby="revisit-hint"
                    onChange={(event) => {
                        setRevisitTyped(true);
                        setRevisitOn(event.target.value);
                    }}
                />
                <p
                    className={has('revisit-in-the-past') ? 'problem' : 'hint'}
                    id="revisit-hint"
                    role={has('revisit-in-the-past') ? 'alert' : undefined}
                >
                    {has('revisit-in-the-past') ? text('disqualify.dialog.problem.revisit') : revisitHint()}
                </p>
            </div>
        </DialogFrame>
    );

    /** Dataverse sets the day that a reason asks for where the seller leaves none. */
    function revisitHint(): string {
        const day = reason ? proposeRevisit(reason, input.today) : null;
        if (day === null) return text('disqualify.dialog.revisitHint');
        const shown = new Date(`${day}T00:00:00Z`).toLocaleDateString(language === 1036 ? 'fr' : 'en', {
            dateStyle: 'long',
            timeZone: 'UTC',
        });
        return text('disqualify.dialog.revisitFromReason', shown);
    }
}
