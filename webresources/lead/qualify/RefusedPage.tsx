import React, { useCallback } from 'react';
import { LeadState } from '../../../lifecycle/choices';
import { LeadColumn, selectName, Table } from '../../../lifecycle/columns';
import { labelOf } from '../../../lifecycle/configuration/status-reason';
import { refusalText } from '../../../lifecycle/messages';
import { numberOf, plainId, textOf } from '../../../lifecycle/row';
import { labelOfColumn } from '../../../lifecycle/table-definitions/table-definition';
import { DialogFrame } from '../../dialog/DialogFrame';
import { LeadHeader } from './LeadHeader';
import type { QualifyPageProps } from './QualifyForm';
import { useQualifyWords } from './words';

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';

/** Why the lead cannot be qualified: in the maker's words, where there are any; or who has qualified it already. */
export function RefusedPage({ input, connection, host }: QualifyPageProps): JSX.Element {
    const words = useQualifyWords();
    const { close } = connection;
    const { lead } = input;
    const cancel = useCallback(() => close(null), [close]);
    const isQualified = numberOf(lead, LeadColumn.state) === LeadState.qualified;
    const opportunity = selectName(LeadColumn.qualifyingOpportunity);
    const opportunityId = isQualified ? plainId(textOf(lead, opportunity)) : '';
    return (
        <DialogFrame title={words('title')} cancelLabel={words('close')} page="refused" onCancel={cancel}>
            <LeadHeader lead={lead} />
            <div className="message" role="alert" tabIndex={-1} data-focus="">
                <strong>{words(isQualified ? 'already.title' : 'refused.title')}</strong>
                {(isQualified ? [byWhom()] : refusals()).map((line) => (
                    <p key={line}>{line}</p>
                ))}
                {opportunityId !== '' && (
                    <div className="panel-buttons">
                        <button
                            type="button"
                            onClick={() =>
                                close({
                                    changed: [input.leadId],
                                    open: { table: Table.opportunity, id: opportunityId },
                                })
                            }
                        >
                            {words('openOpportunity', textOf(lead, `${opportunity}${FORMATTED}`))}
                        </button>
                    </div>
                )}
            </div>
        </DialogFrame>
    );

    /** A closed lead is read-only: who changed it last has closed it. */
    function byWhom(): string {
        const by = textOf(lead, `${selectName(LeadColumn.modifiedBy)}${FORMATTED}`);
        return words('already.text', by, textOf(lead, `${LeadColumn.modifiedOn}${FORMATTED}`));
    }

    function refusals(): readonly string[] {
        const { decision, definitions, status } = input;
        if (decision.allowed) return [];
        const move = {
            from: labelOf(numberOf(lead, LeadColumn.status), host.statusReasons),
            to: labelOf(status, host.statusReasons),
            labelOfColumn: (column: string) => labelOfColumn(definitions.lead, column),
        };
        const lines = decision.refusals.map((refusal) => refusalText(refusal, move, host.text));
        return [...new Set([...(decision.message === '' ? [] : [decision.message]), ...lines])];
    }
}
