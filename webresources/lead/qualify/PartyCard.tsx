import React, { useState } from 'react';
import { Table } from '../../../lifecycle/columns';
import type { Match } from '../../../lifecycle/qualify/match';
import type { MergeField } from '../../../lifecycle/qualify/merge';
import type { QualificationInput } from '../../../lifecycle/qualify/qualification-input';
import type { Party } from '../../../lifecycle/qualify/target';
import type { WebApi } from '../../../lifecycle/web-api/web-api';
import { Loading } from '../../dialog/Loading';
import { RowPicker, type PickedRow } from '../../dialog/RowPicker';
import { ColumnDisclosure } from './ColumnDisclosure';
import type { WrittenColumn } from './ColumnList';
import { nameOfNew, nameOfParty, type Draft, type PartyAction } from './draft';
import { MatchList } from './MatchList';
import { MergeSection } from './MergeSection';
import { RecordCard, type RecordAction } from './RecordCard';
import { useQualifyWords } from './words';

export interface PartyCardProps {
    readonly party: Party;
    readonly input: QualificationInput;
    readonly draft: Draft;
    /** What would be written into a new one. */
    readonly columns: readonly WrittenColumn[];
    readonly tried: boolean;
    readonly webApi: WebApi;
    /** Whether a row that was searched is being read. */
    readonly isReading: boolean;
    /** What kept such a row from being read. */
    readonly problem: React.ReactNode;
    readonly onAction: (action: PartyAction) => void;
    readonly onMatch: (match: Match) => void;
    readonly onPick: (row: PickedRow | null) => void;
    readonly onMerge: (fields: readonly MergeField[]) => void;
}

/** The account or the contact: a new one, an existing one and what is merged into it, or none. */
export function PartyCard(props: PartyCardProps): JSX.Element {
    const { party, input, draft, columns, tried, webApi, isReading, problem, onAction, onMatch, onPick, onMerge } =
        props;
    const words = useQualifyWords();
    const { choice, match, merge } = draft.parties[party];
    const matches = input.matches[party];
    const [isSearching, setSearching] = useState(false);
    const isMissing = tried && match === null;
    return (
        <RecordCard
            target={party}
            title={words(party)}
            name={nameOfParty(party, draft, input)}
            actions={choice.kind === 'existing' ? [] : actions()}
            value={choice.kind}
            onChange={onAction}
        >
            {content()}
        </RecordCard>
    );

    function actions(): readonly RecordAction<PartyAction>[] {
        const impossible = nameOfNew(party, input.lead) === '' ? words(NOTHING_TO_CREATE[party]) : '';
        return [
            { value: 'create', label: words('action.create'), impossible },
            { value: 'link', label: words('action.link') },
            { value: 'skip', label: words('action.skip') },
        ];
    }

    function content(): React.ReactNode {
        switch (choice.kind) {
            case 'create':
                return (
                    <>
                        {matches.length > 0 && (
                            <p className="hint">
                                {words('matches.hint', matches.map((it) => it.name).join(', '))}{' '}
                                <button type="button" className="link" onClick={() => onAction('link')}>
                                    {words('matches.compare')}
                                </button>
                            </p>
                        )}
                        <ColumnDisclosure target={party} columns={columns} />
                    </>
                );
            case 'skip':
                return <p className="hint">{words(party === Table.account ? 'skip.account' : 'skip.contact')}</p>;
            case 'existing':
                return (
                    <>
                        <p className="hint">
                            {words(party === Table.account ? 'existing.account' : 'existing.contact')}
                        </p>
                        {merge.length > 0 && (
                            <MergeSection name={match?.name ?? ''} fields={merge} onChange={onMerge} />
                        )}
                    </>
                );
            case 'link':
                return (
                    <>
                        <MatchList
                            label={words(party === Table.account ? 'matches.account' : 'matches.contact')}
                            matches={matches}
                            value={match?.id ?? null}
                            problem={isMissing && matches.length > 0 ? words('matches.missing') : ''}
                            onChange={onMatch}
                        />
                        {matches.length === 0 && <p className="hint">{words('matches.none')}</p>}
                        {isSearching || matches.length === 0 ? (
                            <div className="other-match">
                                <RowPicker
                                    label={words('matches.other')}
                                    tables={[party]}
                                    webApi={webApi}
                                    value={null}
                                    problem={isMissing && matches.length === 0 ? words('matches.missing') : ''}
                                    onChange={onPick}
                                />
                            </div>
                        ) : (
                            <button type="button" className="link other-match" onClick={() => setSearching(true)}>
                                {words('matches.search')}
                            </button>
                        )}
                        {problem}
                        {isReading && <Loading label={words('matches.reading')} lines={3} />}
                        {match !== null && !isReading && (
                            <MergeSection name={match.name} fields={merge} onChange={onMerge} />
                        )}
                    </>
                );
        }
    }
}

const NOTHING_TO_CREATE = { account: 'action.noCompany', contact: 'action.noLastName' } as const;
