import React from 'react';
import type { MatchReason } from '../../../lifecycle/qualify/match';
import { useQualifyWords, type QualifyKey } from './words';

const REASON_WORDS: Readonly<Record<MatchReason, QualifyKey>> = {
    'duplicate-rule': 'reason.duplicateRule',
    email: 'reason.email',
    phone: 'reason.phone',
    name: 'reason.name',
    company: 'reason.company',
    'email-domain': 'reason.emailDomain',
};

/** What speaks for a match, the strongest first. */
export function ReasonChips({ reasons }: { readonly reasons: readonly MatchReason[] }): JSX.Element {
    const words = useQualifyWords();
    if (reasons.length === 0) return <></>;
    return (
        <span className="chips">
            {reasons.map((reason, at) => (
                <span key={reason} className="chip">
                    {words(REASON_WORDS[reason])}
                    {at < reasons.length - 1 && <span className="visually-hidden">, </span>}
                </span>
            ))}
        </span>
    );
}
