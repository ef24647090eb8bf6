import React, { useState } from 'react';
import { Table } from '../../../lifecycle/columns';
import { PARTIES } from '../../../lifecycle/qualify/target';
import { useGeneralWords } from '../../dialog/language';
import { recordAddress } from '../../dialog/record-address';
import type { ResultRow } from '../../dialog/ResultList';
import type { State } from '../../dialog/StateIcon';
import { nameOf } from './CheckPage';
import { FilterBar } from './FilterBar';
import { howText, isQualified, outcomeTexts, type LeadOutcome } from './lead-outcome';
import type { TextHost } from './obstacle-text';
import { PagedList } from './PagedList';
import type { BulkWords } from './words';

export interface ResultsPageProps {
    readonly outcomes: readonly LeadOutcome[];
    readonly clientUrl: string;
    readonly host: TextHost;
    readonly words: BulkWords;
}

type Filter = 'all' | 'done' | 'failed';

/** What has become of every lead, with links to all that there is now. */
export function ResultsPage({ outcomes, clientUrl, host, words }: ResultsPageProps): JSX.Element {
    const general = useGeneralWords();
    const [filter, setFilter] = useState<Filter>('all');
    const done = outcomes.filter(isQualified).length;
    const counts: Readonly<Record<Filter, number>> = {
        all: outcomes.length,
        done,
        failed: outcomes.length - done,
    };
    const shown = outcomes.filter((each) => filter === 'all' || isQualified(each) === (filter === 'done'));
    return (
        <>
            <p className="intro" role="status" tabIndex={-1} data-focus="">
                <strong>{done === 0 ? words('result.none') : words('result.summary', done, outcomes.length)}</strong>
            </p>
            <FilterBar
                label={words('filter')}
                options={(['all', 'done', 'failed'] as const).map((key) => ({
                    key,
                    label: words(`filter.${key}`, counts[key]),
                }))}
                chosen={filter}
                onChoose={setFilter}
            />
            <PagedList key={filter} items={shown} rowOf={rowOf} words={words} />
        </>
    );

    function rowOf(outcome: LeadOutcome): ResultRow {
        const { lead, result } = outcome;
        return {
            key: lead.leadId,
            state: stateOf(outcome),
            name: nameOf(lead),
            href: recordAddress(clientUrl, Table.lead, lead.leadId),
            lines: result?.kind === 'done' ? linesOf(outcome, result.opportunityId) : linesOfOther(outcome),
        };
    }

    function linesOf(outcome: LeadOutcome, opportunityId: string | null): readonly React.ReactNode[] {
        return [
            ...(opportunityId === null ? [] : [link(Table.opportunity, opportunityId, words('party.opportunity'))]),
            ...PARTIES.flatMap((party): readonly React.ReactNode[] => {
                const row = outcome.rows[party];
                if (row === null) return [];
                return [
                    <>
                        <span className="bulk-party">
                            {words(party === Table.account ? 'party.account' : 'party.contact')}:
                        </span>{' '}
                        {link(party, row.id, row.name)} · {howText(row, words)}
                    </>,
                ];
            }),
        ];
    }

    function linesOfOther(outcome: LeadOutcome): readonly React.ReactNode[] {
        const { result } = outcome;
        const theirs = result?.kind === 'conflict' ? result.opportunityId : null;
        return [
            ...outcomeTexts(outcome, host, words, general),
            ...(theirs === null ? [] : [link(Table.opportunity, theirs, words('result.theirs'))]),
        ];
    }

    function link(table: Table, id: string, name: string): JSX.Element {
        return (
            <a
                href={recordAddress(clientUrl, table, id)}
                target="_blank"
                rel="noopener"
                aria-label={general('result.newTab', name)}
            >
                {name}
            </a>
        );
    }
}

function stateOf({ result }: LeadOutcome): State {
    switch (result?.kind) {
        case 'done':
            return 'done';
        case 'unknown':
        case 'conflict':
            return 'warning';
        case 'refused':
        case 'duplicates':
        case 'gone':
        case 'interrupted':
            return 'failed';
        case 'not-started':
        case undefined:
            return 'skipped';
    }
}
