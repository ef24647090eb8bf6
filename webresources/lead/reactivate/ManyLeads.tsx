import React from 'react';
import { hasOpenOpportunity } from '../../../lifecycle/reactivate/reactivation-changes';
import type { ReactivatableLead } from '../../../lifecycle/reactivate/prepare';
import type { OpportunityFate } from '../../../lifecycle/reactivate/reactivation-writes';
import { RadioGroup } from '../../dialog/RadioGroup';
import { fateOf, statusOf, type FormState } from './form-state';
import { ReactivatedRow } from './ReactivatedRow';
import { useReactivateWords } from './words';

export interface ManyLeadsProps {
    readonly leads: readonly ReactivatableLead[];
    readonly form: FormState;
    readonly chosen: number | null;
    readonly fateProblem: string;
    readonly onStatus: (leadId: string, status: number) => void;
    readonly onFate: (fate: OpportunityFate) => void;
    readonly onOwnFate: (leadId: string, fate: OpportunityFate) => void;
}

/** What there is to say about several leads: each one's status reason, and what becomes of its opportunity. */
export function ManyLeads(props: ManyLeadsProps): JSX.Element {
    const { leads, form, chosen, fateProblem, onStatus, onFate, onOwnFate } = props;
    const words = useReactivateWords();
    return (
        <>
            {leads.some(hasOpenOpportunity) && (
                <RadioGroup
                    label={words('opportunity.fateMany')}
                    required
                    problem={fateProblem}
                    value={form.fate}
                    options={[
                        { value: 'keep', label: words('opportunity.keepMany') },
                        { value: 'cancel', label: words('opportunity.cancelMany') },
                    ]}
                    onChange={onFate}
                />
            )}
            <div className="lead-rows" role="group" aria-label={words('leads')}>
                {leads.map((lead) => (
                    <ReactivatedRow
                        key={lead.id}
                        lead={lead}
                        status={statusOf(form, lead, chosen)}
                        fate={fateOf(form, lead)}
                        onStatus={onStatus}
                        onFate={onOwnFate}
                    />
                ))}
            </div>
        </>
    );
}
