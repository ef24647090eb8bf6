import React, { useCallback } from 'react';
import { LeadColumn, Table } from '../../../lifecycle/columns';
import { labelOf } from '../../../lifecycle/configuration/status-reason';
import { labelOfColumn } from '../../../lifecycle/table-definitions/table-definition';
import { refusalText } from '../../../lifecycle/messages';
import { numberOf } from '../../../lifecycle/row';
import { DialogFrame } from '../../dialog/DialogFrame';
import { LeadHeader } from './LeadHeader';
import type { QualifyPageProps } from './QualifyForm';
import { useQualifyWords } from './words';

/** Why the lead cannot be qualified: in the maker's words, where there are any. */
export function RefusedPage({ input, connection, host }: QualifyPageProps): JSX.Element {
    const words = useQualifyWords();
    const { close } = connection;
    const cancel = useCallback(() => close(null), [close]);
    return (
        <DialogFrame title={words('title')} cancelLabel={words('close')} page="refused" onCancel={cancel}>
            <LeadHeader lead={input.lead} />
            <div className="message" role="alert" tabIndex={-1} data-focus="">
                <strong>{words('refused.title')}</strong>
                {lines().map((line) => (
                    <p key={line}>{line}</p>
                ))}
            </div>
        </DialogFrame>
    );

    function lines(): readonly string[] {
        const { decision, definitions, lead, status } = input;
        if (decision.allowed) return [];
        const move = {
            from: labelOf(numberOf(lead, LeadColumn.status), host.statusReasons),
            to: labelOf(status, host.statusReasons),
            labelOfColumn: (column: string) => labelOfColumn(definitions[Table.lead], column),
        };
        const refusals = decision.refusals.map((refusal) => refusalText(refusal, move, host.text));
        return [...new Set([...(decision.message === '' ? [] : [decision.message]), ...refusals])];
    }
}
