import React from 'react';
import type { DisqualifiableLead } from '../../../lifecycle/disqualify/prepare';
import { isOpen } from '../../../lifecycle/disqualify/disqualification-changes';
import { Section } from '../../dialog/Section';
import { useChangeWords } from '../change-leads/words';
import { useDisqualifyWords } from './words';

export interface NothingPossibleProps {
    readonly leads: readonly DisqualifiableLead[];
    /** How many leads were asked for. */
    readonly asked: number;
}

/** Why no lead can be disqualified: each with every status reason and what keeps it from there. */
export function NothingPossible({ leads, asked }: NothingPossibleProps): JSX.Element {
    const words = useDisqualifyWords();
    const changeWords = useChangeWords();
    if (leads.length === 0) return <p className="message">{changeWords('none.gone')}</p>;
    return (
        <>
            <p className="message notice" role="status">
                {words(asked === 1 ? 'nothing' : 'nothing.many')}
            </p>
            {leads.map((lead) => (
                <Section key={lead.id} title={lead.name}>
                    {isOpen(lead) ? (
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
                    ) : (
                        <p>{words('refused.closed', lead.statusLabel)}</p>
                    )}
                </Section>
            ))}
        </>
    );
}
