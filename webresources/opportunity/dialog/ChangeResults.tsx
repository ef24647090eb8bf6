import React from 'react';
import type { ChangeResults as Results } from '../../../lifecycle/change-sets/run-change-sets';
import type { OpportunityChangeResult } from '../../../lifecycle/close-opportunity/change-each-opportunity';
import type { Opportunity } from '../../../lifecycle/close-opportunity/opportunity';
import { Table } from '../../../lifecycle/columns';
import { DialogFrame } from '../../dialog/DialogFrame';
import { recordAddress } from '../../dialog/record-address';
import { ResultList, type ResultRow } from '../../dialog/ResultList';
import type { State } from '../../dialog/StateIcon';
import { resultText, type Reader } from './result-text';

export interface ChangeResultsProps {
    readonly title: string;
    /** @param done how many were changed */
    readonly summary: (done: number) => string;
    readonly listLabel: string;
    readonly retryLabel: string;
    readonly closeLabel: string;
    readonly opportunities: readonly Opportunity[];
    readonly results: Results<Opportunity>;
    readonly doneText: (opportunity: Opportunity) => string;
    readonly clientUrl: string;
    readonly reader: Reader;
    /** Called with the ids of those that were not changed. */
    readonly onAgain: (ids: readonly string[]) => void;
    readonly onClose: () => void;
}

/** What came of each opportunity, and a second try for those that were not changed. */
export function ChangeResults(props: ChangeResultsProps): JSX.Element {
    const { title, summary, listLabel, retryLabel, closeLabel, opportunities, results } = props;
    const { doneText, clientUrl, reader, onAgain, onClose } = props;
    const left = opportunities.filter(({ id }) => results.get(id)?.kind !== 'done');
    return (
        <DialogFrame
            title={title}
            {...(left.length > 0 && { confirmLabel: retryLabel, onConfirm: () => onAgain(left.map(({ id }) => id)) })}
            cancelLabel={closeLabel}
            onCancel={onClose}
            page="results"
        >
            <p className="intro" role="status" tabIndex={-1} data-focus="">
                {summary(opportunities.length - left.length)}
            </p>
            <ResultList label={listLabel} rows={opportunities.map(rowOf)} />
        </DialogFrame>
    );

    function rowOf(opportunity: Opportunity): ResultRow {
        const result = results.get(opportunity.id) ?? { kind: 'not-started' };
        return {
            key: opportunity.id,
            state: STATES[result.kind],
            name: opportunity.name,
            lines: [result.kind === 'done' ? doneText(opportunity) : resultText(result, reader)],
            href: recordAddress(clientUrl, Table.opportunity, opportunity.id),
        };
    }
}

const STATES: Readonly<Record<OpportunityChangeResult['kind'], State>> = {
    done: 'done',
    changed: 'warning',
    gone: 'failed',
    refused: 'failed',
    interrupted: 'failed',
    unknown: 'warning',
    'not-started': 'skipped',
};
