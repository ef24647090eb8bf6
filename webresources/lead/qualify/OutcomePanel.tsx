import React from 'react';
import { Table } from '../../../lifecycle/columns';
import type { Match } from '../../../lifecycle/qualify/match';
import type { QualificationConflict, QualificationOutcome } from '../../../lifecycle/qualify/qualification-outcome';
import type { Party } from '../../../lifecycle/qualify/target';
import { ConnectionLost } from '../../../lifecycle/web-api/web-api';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { ReasonChips } from './ReasonChips';
import { useQualifyWords, type QualifyWords } from './words';

/** How a run ended that did not qualify the lead. */
export type Setback = Exclude<QualificationOutcome, { readonly kind: 'done' }>;

export interface OutcomePanelProps {
    readonly setback: Setback;
    /** Rows that may be what a duplicate rule found. */
    readonly matches: Readonly<Record<Party, readonly Match[]>>;
    readonly onRetry: () => void;
    readonly onReload: () => void;
    readonly onLink: (party: Party, match: Match) => void;
    readonly onCreateAnyway: () => void;
    readonly onOpen: (opportunityId: string) => void;
}

/** What kept the lead from being qualified, and what can be done about it. It gets the focus. */
export function OutcomePanel(props: OutcomePanelProps): JSX.Element {
    const { setback, onRetry, onReload, onOpen } = props;
    const words = useQualifyWords();
    switch (setback.kind) {
        case 'duplicates':
            return <Duplicates {...props} table={setback.table} />;
        case 'conflict': {
            const { opportunityId } = setback;
            return (
                <div className="message" role="alert" tabIndex={-1} data-focus="">
                    <strong>{words('conflict.title')}</strong>
                    <p>{conflictText(setback, words)}</p>
                    <div className="panel-buttons">
                        {opportunityId !== null && (
                            <button type="button" onClick={() => onOpen(opportunityId)}>
                                {words('openOpportunity', setback.opportunityName)}
                            </button>
                        )}
                        {!setback.isQualified && (
                            <button type="button" onClick={onReload}>
                                {words('conflict.reload')}
                            </button>
                        )}
                    </div>
                </div>
            );
        }
        case 'refused':
            return <ErrorPanel error={setback.problem} during="writing" title={words('failed.title')} />;
        case 'gone':
            return <ErrorPanel error={setback} title={words('failed.title')} words={words('failed.gone')} />;
        case 'not-started':
            return <></>;
        case 'interrupted':
        case 'unknown':
            return (
                <ErrorPanel
                    error={new ConnectionLost()}
                    during="writing"
                    title={words('failed.title')}
                    words={words(`failed.${setback.kind}`)}
                    onRetry={onRetry}
                />
            );
    }
}

function conflictText({ isQualified, by, on }: QualificationConflict, words: QualifyWords): string {
    const isKnown = by !== '' && on !== '';
    if (isQualified) return isKnown ? words('conflict.qualified', by, on) : words('conflict.qualifiedUnknown');
    return isKnown ? words('conflict.changed', by, on) : words('conflict.changedUnknown');
}

function Duplicates(props: OutcomePanelProps & { readonly table: string | null }): JSX.Element {
    const { table, matches, onLink, onCreateAnyway } = props;
    const words = useQualifyWords();
    const parties = ([Table.account, Table.contact] as const).filter((party) => table === null || table === party);
    const [only] = parties;
    return (
        <div className="message notice" role="alert" tabIndex={-1} data-focus="">
            <strong>{words('duplicates.title')}</strong>
            <p>{words('duplicates.text', words(parties.length === 1 && only ? only : 'records'))}</p>
            <ul className="duplicates" role="list">
                {parties.flatMap((party) =>
                    matches[party].map((match) => (
                        <li key={match.id}>
                            <span className="match-text">
                                <span className="match-name">{match.name}</span>
                                {match.detail !== '' && <span className="match-detail">{match.detail}</span>}
                                <ReasonChips reasons={match.reasons} />
                            </span>
                            <button type="button" className="small" onClick={() => onLink(party, match)}>
                                {words('action.link')}
                                <span className="visually-hidden"> {match.name}</span>
                            </button>
                        </li>
                    )),
                )}
            </ul>
            <div className="panel-buttons">
                <button type="button" onClick={onCreateAnyway}>
                    {words('duplicates.create')}
                </button>
            </div>
        </div>
    );
}
