import React from 'react';
import { hasOpenOpportunity, needsRepair } from '../../../lifecycle/reactivate/reactivation-changes';
import type { ReactivatableLead, ReactivationInput } from '../../../lifecycle/reactivate/prepare';
import type { OpportunityFate } from '../../../lifecycle/reactivate/reactivation-writes';
import { numberOf } from '../../../lifecycle/row';
import { LeadColumn } from '../../../lifecycle/columns';
import { RadioGroup } from '../../dialog/RadioGroup';
import { Section } from '../../dialog/Section';
import { OpportunityCard } from './OpportunityCard';
import { PastClosing } from './PastClosing';
import { useReactivateWords } from './words';

export interface OneLeadProps {
    readonly lead: ReactivatableLead;
    readonly input: ReactivationInput;
    readonly clientUrl: string;
    readonly status: number | null;
    readonly fate: OpportunityFate | null;
    readonly fateProblem: string;
    readonly onStatus: (status: number) => void;
    readonly onFate: (fate: OpportunityFate) => void;
}

/** What there is to say about the only lead: where it comes back to, and what becomes of its opportunity. */
export function OneLead(props: OneLeadProps): JSX.Element {
    const { lead, input, clientUrl, status, fate, fateProblem, onStatus, onFate } = props;
    const words = useReactivateWords();
    const previous = numberOf(lead.row, LeadColumn.previousStatus);
    const { opportunities } = lead;
    return (
        <>
            <PastClosing lead={lead} />
            <RadioGroup
                label={words('status')}
                required
                value={status}
                options={lead.targets
                    .filter(({ way }) => way !== null)
                    .map(({ value, label, noteRequired }) => ({
                        value,
                        label,
                        detail: [
                            ...(value === previous ? [words('status.before')] : []),
                            ...(noteRequired ? [words('status.needsNote')] : []),
                        ].join(' · '),
                    }))}
                onChange={onStatus}
            />
            {opportunities.length > 0 && (
                <Section title={words(opportunities.length === 1 ? 'opportunity' : 'opportunities')}>
                    <p className="section-text">{words('opportunity.made')}</p>
                    {opportunities.map((opportunity) => (
                        <OpportunityCard key={opportunity.id} opportunity={opportunity} clientUrl={clientUrl} />
                    ))}
                    {hasOpenOpportunity(lead) ? (
                        <RadioGroup
                            label={words('opportunity.fate')}
                            required
                            problem={fateProblem}
                            value={fate}
                            options={[
                                {
                                    value: 'keep',
                                    label: words('opportunity.keep'),
                                    content: <p className="hint">{words('opportunity.again')}</p>,
                                },
                                { value: 'cancel', label: words('opportunity.cancel') },
                            ]}
                            onChange={onFate}
                        />
                    ) : (
                        <p className="hint">{words('opportunity.closedStays')}</p>
                    )}
                </Section>
            )}
            {needsRepair(lead, input, fate) && <p className="message notice">{words('process')}</p>}
        </>
    );
}
