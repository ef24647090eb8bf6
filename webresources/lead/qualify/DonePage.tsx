import React from 'react';
import { LeadColumn } from '../../../lifecycle/columns';
import type { QualificationInput } from '../../../lifecycle/qualify/qualification-input';
import { PARTIES, type Party } from '../../../lifecycle/qualify/target';
import { textOf } from '../../../lifecycle/row';
import { DialogFrame } from '../../dialog/DialogFrame';
import { recordAddress } from '../../dialog/record-address';
import { ResultList, type ResultRow } from '../../dialog/ResultList';
import { Section } from '../../dialog/Section';
import { StateIcon } from '../../dialog/StateIcon';
import { nameOfParty, type Draft } from './draft';
import { useQualifyWords } from './words';

export interface DonePageProps {
    readonly input: QualificationInput;
    readonly draft: Draft;
    /** Ids of what the lead became; null for none. */
    readonly ids: Readonly<Record<Party, string | null>>;
    readonly clientUrl: string;
    readonly onClose: () => void;
}

/** What a lead became that has no opportunity to open. */
export function DonePage({ input, draft, ids, clientUrl, onClose }: DonePageProps): JSX.Element {
    const words = useQualifyWords();
    const rows = PARTIES.flatMap((party): readonly ResultRow[] => {
        const id = ids[party];
        if (id === null) return [];
        const isNew = draft.parties[party].choice.kind === 'create';
        return [
            {
                key: party,
                state: 'done',
                name: nameOfParty(party, draft, input),
                lines: [`${words(party)} · ${words(isNew ? 'done.created' : 'done.linked')}`],
                href: recordAddress(clientUrl, party, id),
            },
        ];
    });
    return (
        <DialogFrame title={words('title')} cancelLabel={words('close')} page="done" onCancel={onClose}>
            <p className="done" role="status" tabIndex={-1} data-focus="">
                <StateIcon state="done" />
                {words('done.title', textOf(input.lead, LeadColumn.fullName) || textOf(input.lead, LeadColumn.topic))}
            </p>
            {rows.length > 0 && (
                <Section title={words('done.records')}>
                    <ResultList label={words('done.records')} rows={rows} />
                </Section>
            )}
        </DialogFrame>
    );
}
