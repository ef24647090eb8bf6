import React from 'react';
import type { Text } from '../../../lifecycle/messages';
import type { ReasonGroup } from '../../../lifecycle/disqualify/disqualification';
import { useElementId } from '../../dialog/use-id';
import type { Answer, FormProblem } from './form-state';
import { useDisqualifyWords } from './words';

export interface LeadRowProps {
    readonly leadId: string;
    readonly name: string;
    /** Label of the present status reason. */
    readonly status: string;
    readonly groups: readonly ReasonGroup[];
    readonly answer: Answer;
    readonly noteRequired: boolean;
    /** Joined by a space; empty for none: a text, so that a row that stays the same is not drawn again. */
    readonly problems: string;
    /** Why the reason is impossible for the lead; empty when it is not. */
    readonly refusal: string;
    readonly today: string;
    readonly text: Text;
    readonly onReason: (leadId: string, reasonId: string) => void;
    readonly onChange: (leadId: string, change: Partial<Answer>) => void;
}

/** One lead of many with an answer of its own. */
export const LeadRow = React.memo(function LeadRow(props: LeadRowProps): JSX.Element {
    const { leadId, name, status, groups, answer, noteRequired, problems, refusal, today, text, onReason, onChange } =
        props;
    const words = useDisqualifyWords();
    const id = useElementId('lead');
    const has = (problem: FormProblem): boolean => problems.split(' ').includes(problem);
    const firstProblem = has('reason-missing')
        ? text('disqualify.dialog.problem.reason')
        : has('note-missing')
          ? text('disqualify.dialog.problem.note')
          : has('revisit-in-the-past')
            ? words('problem.revisit')
            : '';
    return (
        <div className="lead-row" role="group" aria-labelledby={`${id}-name`}>
            <div className="lead-row-name">
                <span id={`${id}-name`}>{name}</span>
                <span className="choice-detail">{status}</span>
            </div>
            <label className="lead-row-field">
                <span className="lead-row-label">{words('reason.short')}</span>
                <select
                    value={answer.reasonId ?? ''}
                    aria-required
                    aria-invalid={has('reason-missing') || refusal !== ''}
                    aria-describedby={describedBy()}
                    onChange={(event) => onReason(leadId, event.target.value)}
                >
                    {answer.reasonId === null && <option value="">{text('disqualify.dialog.problem.reason')}</option>}
                    {groups.map((group) => (
                        <optgroup key={group.status} label={group.label}>
                            {group.reasons.map((reason) => (
                                <option key={reason.id} value={reason.id}>
                                    {reason.name}
                                </option>
                            ))}
                        </optgroup>
                    ))}
                </select>
            </label>
            <label className="lead-row-field">
                <span className={noteRequired ? 'lead-row-label required' : 'lead-row-label'}>{words('note')}</span>
                <input
                    type="text"
                    value={answer.note}
                    aria-required={noteRequired}
                    aria-invalid={has('note-missing')}
                    aria-describedby={describedBy()}
                    onChange={(event) => onChange(leadId, { note: event.target.value })}
                />
            </label>
            <label className="lead-row-field">
                <span className="lead-row-label">{words('revisit.short')}</span>
                <input
                    type="date"
                    min={today}
                    value={answer.revisitOn}
                    aria-invalid={has('revisit-in-the-past')}
                    aria-describedby={describedBy()}
                    onChange={(event) => onChange(leadId, { revisitOn: event.target.value, revisitChosen: true })}
                />
            </label>
            {(firstProblem !== '' || refusal !== '') && (
                <p className="problem" id={`${id}-problem`}>
                    {[firstProblem, refusal].filter((part) => part !== '').join(' ')}
                </p>
            )}
        </div>
    );

    function describedBy(): string | undefined {
        return firstProblem === '' && refusal === '' ? undefined : `${id}-problem`;
    }
});
