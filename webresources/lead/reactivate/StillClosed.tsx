import React from 'react';
import { LeadState } from '../../../lifecycle/choices';
import type { ReactivatableLead } from '../../../lifecycle/reactivate/prepare';
import { Section } from '../../dialog/Section';
import { useChangeWords } from '../change-leads/words';
import { useReactivateWords } from './words';

export interface StillClosedProps {
    readonly leads: readonly ReactivatableLead[];
    /** How many leads were asked for; null where others can be opened. */
    readonly asked: number | null;
}

/** Why leads cannot be opened again: each with every status reason and what keeps it from there. */
export function StillClosed({ leads, asked }: StillClosedProps): JSX.Element {
    const words = useReactivateWords();
    const changeWords = useChangeWords();
    if (leads.length === 0) return <p className="message">{changeWords('none.gone')}</p>;
    return (
        <>
            {asked !== null && (
                <p className="message notice" role="status">
                    {words(asked === 1 ? 'nothing' : 'nothing.many')}
                </p>
            )}
            {leads.map((lead) => (
                <Section key={lead.id} title={lead.name}>
                    {lead.state === LeadState.open ? (
                        <p className="section-text">{words('refused.open', lead.statusLabel)}</p>
                    ) : (
                        <dl className="refused">
                            {lead.targets.map(({ value, label, why }) => (
                                <div key={value}>
                                    <dt>{label}</dt>
                                    {why.map((line) => (
                                        <dd key={line}>{line}</dd>
                                    ))}
                                </div>
                            ))}
                        </dl>
                    )}
                </Section>
            ))}
        </>
    );
}
