import React from 'react';
import type { Opportunity } from '../../../lifecycle/close-opportunity/opportunity';

export interface Fact {
    readonly label: string;
    readonly value: string;
}

export interface OpportunityCardProps {
    readonly opportunity: Pick<Opportunity, 'name' | 'customer'>;
    readonly facts: readonly Fact[];
}

/** What the dialog is about: its name, whose it is, and what is known of it. */
export function OpportunityCard({ opportunity, facts }: OpportunityCardProps): JSX.Element {
    return (
        <div className="deal">
            <div className="deal-name">{opportunity.name}</div>
            {opportunity.customer !== '' && <div className="deal-customer">{opportunity.customer}</div>}
            <dl className="deal-facts">
                {facts.map(({ label, value }) => (
                    <div key={label}>
                        <dt>{label}</dt>
                        <dd>{value}</dd>
                    </div>
                ))}
            </dl>
        </div>
    );
}
