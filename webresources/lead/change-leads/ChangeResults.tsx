import React from 'react';
import { ProgressBar } from '../../dialog/ProgressBar';
import { ResultList, type ResultRow } from '../../dialog/ResultList';
import { useGeneralWords, useLocale } from '../../dialog/language';
import { recordAddress } from '../../dialog/record-address';
import { Table } from '../../../lifecycle/columns';
import { resultText, stateOfResult } from './result-text';
import type { Changes } from './use-changes';
import { useChangeWords } from './words';

/** A lead as the list of results shows it. */
export interface NamedLead {
    readonly id: string;
    readonly name: string;
    /** What becomes of it once it is done. */
    readonly outcome: string;
    /** Why it is not tried at all, a line each; empty for nothing. */
    readonly refusal: readonly string[];
}

export interface ChangeResultsProps {
    readonly leads: readonly NamedLead[];
    readonly changes: Changes;
    readonly clientUrl: string;
}

/** How far the run is, and what came of each lead; what did not work stands first. */
export function ChangeResults({ leads, changes, clientUrl }: ChangeResultsProps): JSX.Element {
    const words = useChangeWords();
    const general = useGeneralWords();
    const locale = useLocale();
    const { results, isRunning } = changes;
    const tried = leads.filter(({ refusal }) => refusal.length === 0);
    const known = tried.filter(({ id }) => results.has(id)).length;
    const done = tried.filter(({ id }) => results.get(id)?.kind === 'done').length;
    const rows = leads.map((lead): ResultRow => {
        const result = results.get(lead.id);
        const href = recordAddress(clientUrl, Table.lead, lead.id);
        if (lead.refusal.length > 0) {
            return { key: lead.id, state: 'failed', name: lead.name, lines: lead.refusal, href };
        }
        const text = result ? resultText(result, words, general, locale) : '';
        const line = result?.kind === 'done' ? lead.outcome : text;
        return {
            key: lead.id,
            state: stateOfResult(result, false),
            name: lead.name,
            lines: line === '' ? [] : [line],
            href,
        };
    });
    const worstFirst = isRunning ? rows : [...rows].sort((a, b) => rankOf(a) - rankOf(b));
    return (
        <>
            <p className="intro" role="status" data-focus="" tabIndex={-1}>
                {isRunning || done < leads.length
                    ? words('summary.some', done, leads.length)
                    : words('summary.all', leads.length)}
            </p>
            {isRunning && <ProgressBar label={words('progress')} value={known} max={tried.length} />}
            <ResultList label={words('results')} rows={worstFirst} />
        </>
    );
}

function rankOf({ state }: ResultRow): number {
    if (state === 'failed') return 0;
    if (state === 'warning') return 1;
    return state === 'done' ? 3 : 2;
}
