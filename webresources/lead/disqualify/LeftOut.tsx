import React from 'react';
import type { DisqualificationReason } from '../../../lifecycle/configuration/disqualification-reason';
import { isOpen, whyNot } from '../../../lifecycle/disqualify/disqualification-changes';
import type { DisqualifiableLead } from '../../../lifecycle/disqualify/prepare';
import type { Words } from '../../dialog/words';
import { useDisqualifyWords, type DisqualifyKey } from './words';

/** Why a lead cannot be disqualified for a reason, a line each; empty when it can. */
export function refusalOf(
    lead: DisqualifiableLead,
    reason: Pick<DisqualificationReason, 'status'> | null,
    words: Words<DisqualifyKey>,
): readonly string[] {
    if (!isOpen(lead)) return [words('refused.closed', lead.statusLabel)];
    return reason === null ? [] : whyNot(lead, reason);
}

export interface LeftOutProps {
    readonly leads: readonly DisqualifiableLead[];
    readonly reason: DisqualificationReason | null;
}

/** The leads that the chosen reason is impossible for, said before anything is written. */
export function LeftOut({ leads, reason }: LeftOutProps): JSX.Element {
    const words = useDisqualifyWords();
    const refused = leads.filter((lead) => refusalOf(lead, reason, words).length > 0);
    if (refused.length === 0) return <></>;
    return (
        <div className="message notice" role="status">
            {refused.length === 1 ? words('refused.one') : words('refused.many', refused.length)}
            <ul className="plain-list">
                {refused.map((lead) => (
                    <li key={lead.id}>{words('refused.line', lead.name, refusalOf(lead, reason, words).join(' '))}</li>
                ))}
            </ul>
        </div>
    );
}
