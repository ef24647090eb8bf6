import React from 'react';
import { hasOpenOpportunity } from '../../../lifecycle/reactivate/reactivation-changes';
import type { ReactivatableLead } from '../../../lifecycle/reactivate/prepare';
import type { OpportunityFate } from '../../../lifecycle/reactivate/reactivation-writes';
import { useGeneralWords } from '../../dialog/language';
import { useElementId } from '../../dialog/use-id';
import { revenueText } from './OpportunityCard';
import { useReactivateWords } from './words';

export interface ReactivatedRowProps {
    readonly lead: ReactivatableLead;
    readonly status: number | null;
    readonly fate: OpportunityFate | null;
    readonly onStatus: (leadId: string, status: number) => void;
    readonly onFate: (leadId: string, fate: OpportunityFate) => void;
}

/** One lead of many that are opened again. */
export const ReactivatedRow = React.memo(function ReactivatedRow(props: ReactivatedRowProps): JSX.Element {
    const { lead, status, fate, onStatus, onFate } = props;
    const words = useReactivateWords();
    const general = useGeneralWords();
    const id = useElementId('lead');
    return (
        <div className="lead-row" role="group" aria-labelledby={`${id}-name`}>
            <div className="lead-row-name">
                <span id={`${id}-name`}>{lead.name}</span>
                <span className="choice-detail">{lead.statusLabel}</span>
            </div>
            <label className="lead-row-field">
                <span className="lead-row-label">{words('status.short')}</span>
                <select value={status ?? ''} onChange={(event) => onStatus(lead.id, Number(event.target.value))}>
                    {lead.targets
                        .filter(({ way }) => way !== null)
                        .map(({ value, label }) => (
                            <option key={value} value={value}>
                                {label}
                            </option>
                        ))}
                </select>
            </label>
            {hasOpenOpportunity(lead) && (
                <label className="lead-row-field">
                    <span className="lead-row-label">{words('opportunity.short')}</span>
                    <select
                        value={fate ?? ''}
                        aria-describedby={`${id}-opportunity`}
                        onChange={(event) => onFate(lead.id, event.target.value === 'cancel' ? 'cancel' : 'keep')}
                    >
                        {fate === null && <option value="">{general('choice.none')}</option>}
                        <option value="keep">{words('opportunity.keepShort')}</option>
                        <option value="cancel">{words('opportunity.cancelShort')}</option>
                    </select>
                </label>
            )}
            {lead.opportunities.length > 0 && (
                <p className="hint" id={`${id}-opportunity`}>
                    {lead.opportunities
                        .map((it) =>
                            [it.name, it.statusLabel, revenueText(it)].filter((part) => part !== '').join(', '),
                        )
                        .join('; ')}
                </p>
            )}
        </div>
    );
});
