import React from 'react';
import { LeadColumn, selectName } from '../../../lifecycle/columns';
import type { ReactivatableLead } from '../../../lifecycle/reactivate/prepare';
import { textOf } from '../../../lifecycle/row';
import { Section } from '../../dialog/Section';
import { useReactivateWords } from './words';

/** Why a lead was disqualified, which it is about to be freed of; nothing for a qualified one. */
export function PastClosing({ lead }: { readonly lead: ReactivatableLead }): JSX.Element {
    const words = useReactivateWords();
    const reason = shown(LeadColumn.disqualificationReason);
    const note = textOf(lead.row, LeadColumn.disqualificationNote);
    const revisit = shown(LeadColumn.revisitOn);
    if (reason === '' && note === '') return <></>;
    return (
        <Section title={words('past')}>
            <blockquote className="quoted">
                {reason !== '' && <strong>{reason}</strong>}
                {note !== '' && <p>{note}</p>}
            </blockquote>
            <p className="hint">
                {words('past.hint')}
                {revisit !== '' && ` ${words('past.revisit', revisit)}`}
            </p>
        </Section>
    );

    function shown(column: string): string {
        return textOf(lead.row, `${selectName(column)}@OData.Community.Display.V1.FormattedValue`);
    }
}
