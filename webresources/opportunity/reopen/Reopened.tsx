import React from 'react';
import type { Opportunity } from '../../../lifecycle/close-opportunity/opportunity';
import type { ReopeningInput } from '../../../lifecycle/close-opportunity/prepare-reopening';
import { Disclosure, Section } from '../../dialog/Section';
import { useLocale } from '../../dialog/language';
import { formatDay, formatMoney } from '../dialog/format';
import { OpportunityCard } from '../dialog/OpportunityCard';
import { stateText } from '../dialog/result-text';
import { useOpportunityWords } from '../dialog/words';
import { useReopenWords } from './words';

/** What is about to be opened again: one opportunity with how it had been closed, or a list; and what is left out. */
export function Reopened({ input }: { readonly input: ReopeningInput }): JSX.Element {
    const words = useReopenWords();
    const general = useOpportunityWords();
    const locale = useLocale();
    const { closed, open, gone } = input;
    const [only, ...others] = closed;
    return (
        <>
            {open.length > 0 && (
                <Disclosure title={words('alreadyOpen')} detail={open.length}>
                    <ul className="plain">
                        {open.map(({ id, name }) => (
                            <li key={id}>{name}</li>
                        ))}
                    </ul>
                </Disclosure>
            )}
            {gone > 0 && <p className="message notice">{words('gone', gone)}</p>}
            {only && others.length === 0 ? (
                <OpportunityCard opportunity={only} facts={factsOf(only)} />
            ) : (
                <Section title={words('list')} detail={words('count', closed.length)}>
                    <ul className="deals" role="list">
                        {closed.map((opportunity) => (
                            <li key={opportunity.id} className="deal-line">
                                <strong>{opportunity.name}</strong>
                                <span className="deal-detail">{stateText(opportunity, general)}</span>
                            </li>
                        ))}
                    </ul>
                </Section>
            )}
        </>
    );

    function factsOf(opportunity: Opportunity): readonly { readonly label: string; readonly value: string }[] {
        const { statusLabel, actualRevenue, actualCloseDate, currency } = opportunity;
        return [
            { label: words('closedAs'), value: statusLabel },
            {
                label: general('actualRevenue'),
                value: actualRevenue === null ? '–' : formatMoney(actualRevenue, currency, locale),
            },
            {
                label: general('actualClose'),
                value: actualCloseDate === '' ? '–' : formatDay(actualCloseDate, locale),
            },
        ];
    }
}
