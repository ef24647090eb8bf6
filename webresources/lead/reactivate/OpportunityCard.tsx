import React from 'react';
import type { Opportunity } from '../../../lifecycle/close-opportunity/opportunity';
import { OpportunityColumn, Table } from '../../../lifecycle/columns';
import { isClosed } from '../../../lifecycle/reactivate/prepare';
import { textOf } from '../../../lifecycle/row';
import { useGeneralWords } from '../../dialog/language';
import { recordAddress } from '../../dialog/record-address';

export interface OpportunityCardProps {
    readonly opportunity: Opportunity;
    readonly clientUrl: string;
}

/** An opportunity that was made of the lead: topic, customer, status and revenue. */
export function OpportunityCard({ opportunity, clientUrl }: OpportunityCardProps): JSX.Element {
    const general = useGeneralWords();
    const { id, name, customer } = opportunity;
    return (
        <div className="row-card">
            <a
                className="result-name"
                href={recordAddress(clientUrl, Table.opportunity, id)}
                target="_blank"
                rel="noopener"
                aria-label={general('result.newTab', name)}
            >
                {name}
            </a>
            {customer !== '' && <div className="result-line">{customer}</div>}
            <div className="row-card-facts">
                <span className={isClosed(opportunity) ? 'badge' : 'badge open'}>{opportunity.statusLabel}</span>
                <span>{revenueText(opportunity)}</span>
            </div>
        </div>
    );
}

/** The actual revenue of a closed opportunity, the estimated one of an open one; as Dataverse shows it. */
export function revenueText(opportunity: Opportunity): string {
    const column = isClosed(opportunity) ? OpportunityColumn.actualValue : OpportunityColumn.estimatedValue;
    return textOf(opportunity.row, `${column}@OData.Community.Display.V1.FormattedValue`);
}
