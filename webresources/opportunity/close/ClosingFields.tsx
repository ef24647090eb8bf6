import React from 'react';
import type { ClosingProblem } from '../../../lifecycle/close-opportunity/closing';
import type { ClosingInput } from '../../../lifecycle/close-opportunity/prepare-closing';
import { Table } from '../../../lifecycle/columns';
import type { WebApi } from '../../../lifecycle/web-api/web-api';
import { DateField } from '../../dialog/DateField';
import { NoteField } from '../../dialog/NoteField';
import { RadioGroup } from '../../dialog/RadioGroup';
import { RowPicker } from '../../dialog/RowPicker';
import { useOpportunityWords } from '../dialog/words';
import { statusOf, type ClosingDraft } from './draft';
import { useCloseWords } from './words';

export interface ClosingFieldsProps {
    readonly input: ClosingInput;
    readonly draft: ClosingDraft;
    readonly problems: readonly ClosingProblem[];
    /** The user's day, as `YYYY-MM-DD`. */
    readonly today: string;
    readonly webApi: WebApi;
    readonly onChange: (draft: ClosingDraft) => void;
    /** The field beside the date, where there is one for all. */
    readonly revenue?: React.ReactNode;
}

/** What is asked of every closing: why, when, who got it instead, and in the seller's words. */
export function ClosingFields(props: ClosingFieldsProps): JSX.Element {
    const { input, draft, problems, today, webApi, onChange, revenue } = props;
    const words = useCloseWords();
    const general = useOpportunityWords();
    const isLost = input.outcome === 'lost';
    const change = (part: Partial<ClosingDraft>): void => onChange({ ...draft, ...part });
    return (
        <>
            {input.statuses.length !== 1 && (
                <RadioGroup
                    label={general('statusReason')}
                    required
                    hint={isLost ? words('status.hint') : ''}
                    problem={problems.includes('status-missing') ? words('problem.status') : ''}
                    options={input.statuses.map(({ value, label }) => ({ value, label }))}
                    value={statusOf(draft, input)}
                    onChange={(status) => change({ status })}
                />
            )}
            <div className="columns">
                {revenue}
                <DateField
                    label={general('actualClose')}
                    required
                    value={draft.closeDate}
                    hint={draft.closeDate > today ? words('date.future') : ''}
                    problem={problems.includes('date-missing') ? words('problem.date') : ''}
                    onChange={(closeDate) => change({ closeDate })}
                />
            </div>
            {isLost && (
                <>
                    <RowPicker
                        label={words('competitor')}
                        hint={words('competitor.hint')}
                        tables={[Table.competitor]}
                        webApi={webApi}
                        value={draft.competitor}
                        onChange={(competitor) => change({ competitor })}
                    />
                    {input.competitors.length > 0 && draft.competitor === null && (
                        <div className="suggestions">
                            {words('competitor.known')}
                            {input.competitors.map(({ id, name }) => (
                                <button
                                    key={id}
                                    type="button"
                                    onClick={() => change({ competitor: { table: Table.competitor, id, name } })}
                                >
                                    {name}
                                </button>
                            ))}
                        </div>
                    )}
                </>
            )}
            <NoteField
                label={words('description')}
                value={draft.description}
                required={false}
                problem=""
                onChange={(description) => change({ description })}
            />
        </>
    );
}
