import React from 'react';
import type { ClosingCandidate, ClosingInput } from '../../../lifecycle/close-opportunity/prepare-closing';
import type { Currency } from '../../../lifecycle/close-opportunity/opportunity';
import { useLocale } from '../../dialog/language';
import { MoneyField } from '../../dialog/MoneyField';
import { Section } from '../../dialog/Section';
import { formatMoney } from '../dialog/format';
import { revenueOf } from './changes';
import type { ClosingDraft } from './draft';
import { useCloseWords } from './words';

export interface ClosingListProps {
    readonly candidates: readonly ClosingCandidate[];
    readonly input: ClosingInput;
    readonly draft: ClosingDraft;
    readonly onDraft: (draft: ClosingDraft) => void;
}

/** The opportunities that are about to be closed; those that are won with the revenue of each, and what it comes to. */
export function ClosingList({ candidates, input, draft, onDraft }: ClosingListProps): JSX.Element {
    const words = useCloseWords();
    const locale = useLocale();
    const isWon = input.outcome === 'won';
    return (
        <Section
            title={isWon ? words('many.revenue') : words('many.list')}
            detail={candidates.length === 1 ? words('many.one') : words('many.count', candidates.length)}
        >
            <ul className="deals" role="list">
                {candidates.map((candidate) => (
                    <li key={candidate.opportunity.id}>{isWon ? revenueField(candidate) : line(candidate)}</li>
                ))}
            </ul>
            {isWon && (
                <div className="deals-total" aria-live="polite">
                    <span>{words('many.total')}</span>
                    <span>{totals().join(' + ')}</span>
                </div>
            )}
        </Section>
    );

    function revenueField(candidate: ClosingCandidate): JSX.Element {
        const { opportunity } = candidate;
        const { least, most } = input.range;
        return (
            <MoneyField
                label={opportunity.name}
                hint={detailOf(candidate)}
                currency={opportunity.currency.symbol}
                decimals={opportunity.currency.decimals}
                min={least}
                max={most}
                value={revenueOf(candidate, draft, input)}
                onChange={(value) =>
                    onDraft({ ...draft, revenues: new Map(draft.revenues).set(opportunity.id, value) })
                }
            />
        );
    }

    function line(candidate: ClosingCandidate): JSX.Element {
        return (
            <div className="deal-line">
                <strong>{candidate.opportunity.name}</strong>
                <span className="deal-detail">{detailOf(candidate)}</span>
            </div>
        );
    }

    function detailOf({ opportunity }: ClosingCandidate): string {
        const { customer, estimatedRevenue, currency } = opportunity;
        const estimate = estimatedRevenue === null ? '–' : formatMoney(estimatedRevenue, currency, locale);
        return customer === '' ? words('many.estimate', estimate) : words('many.detail', customer, estimate);
    }

    /** A sum for each currency. */
    function totals(): readonly string[] {
        const sums = new Map<string, { readonly currency: Currency; readonly sum: number }>();
        for (const candidate of candidates) {
            const { currency } = candidate.opportunity;
            const key = currency.code || currency.symbol;
            const sum = (sums.get(key)?.sum ?? 0) + (revenueOf(candidate, draft, input) ?? 0);
            sums.set(key, { currency, sum });
        }
        return [...sums.values()].map(({ currency, sum }) => formatMoney(sum, currency, locale));
    }
}
