import React, { useState } from 'react';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import { dryRun } from '../../../lifecycle/qualify/dry-run';
import type { Match } from '../../../lifecycle/qualify/match';
import type { QualificationChoices } from '../../../lifecycle/qualify/qualification-choices';
import type { QualificationInput } from '../../../lifecycle/qualify/qualification-input';
import { readMatch } from '../../../lifecycle/qualify/read-match';
import { PARTIES, type Party } from '../../../lifecycle/qualify/target';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { useLocale } from '../../dialog/language';
import type { PickedRow } from '../../dialog/RowPicker';
import { Section } from '../../dialog/Section';
import { useRunning } from '../../dialog/use-running';
import { withAction, withMatch, withMerge, type Draft } from './draft';
import { OpportunityCard } from './OpportunityCard';
import { PartyCard } from './PartyCard';
import { useQualifyWords } from './words';
import { columnsOfOpportunity, columnsOfParty } from './written-columns';

export interface RecordCardsProps {
    readonly input: QualificationInput;
    readonly draft: Draft;
    readonly choices: QualificationChoices;
    readonly tried: boolean;
    readonly host: DialogHost;
    readonly onChange: (change: (draft: Draft) => Draft) => void;
    /** A row that was searched has been read. */
    readonly onPicked: (party: Party, match: Match) => void;
}

/** Account, contact and opportunity: what becomes of each. */
export function RecordCards({ input, draft, choices, tried, host, onChange, onPicked }: RecordCardsProps): JSX.Element {
    const words = useQualifyWords();
    const locale = useLocale();
    const { records } = dryRun(input, choices);
    const [pickedFor, setPickedFor] = useState<Party | null>(null);
    const reading = useRunning(async (party: Party, row: PickedRow) => {
        setPickedFor(party);
        const match = await readMatch(host, input, party, row.id);
        onPicked(party, match);
    }, host.report);
    return (
        <Section title={words('records.title')}>
            <div className="record-cards">
                {PARTIES.map((party) => (
                    <PartyCard
                        key={party}
                        party={party}
                        input={input}
                        draft={draft}
                        columns={columnsOfParty(party, records[party], draft, input, words)}
                        tried={tried}
                        isReading={reading.isRunning && pickedFor === party}
                        problem={
                            pickedFor === party ? (
                                <ErrorPanel error={reading.error} title={words('unreadable')} />
                            ) : null
                        }
                        webApi={host.webApi}
                        onAction={(action) => onChange((latest) => withAction(latest, party, action, input))}
                        onMatch={(match) => onChange((latest) => withMatch(latest, party, match, input))}
                        onPick={(row) => {
                            if (row !== null) void reading.run(party, row);
                        }}
                        onMerge={(fields) => onChange((latest) => withMerge(latest, party, fields))}
                    />
                ))}
                <OpportunityCard
                    input={input}
                    draft={draft}
                    columns={columnsOfOpportunity(records.opportunity, draft, input, words, locale)}
                    tried={tried}
                    webApi={host.webApi}
                    onChange={onChange}
                />
            </div>
        </Section>
    );
}
