import React from 'react';
import { Table } from '../../../lifecycle/columns';
import type { CheckedLead } from '../../../lifecycle/qualify-many/checked-lead';
import type { NewRow } from '../../../lifecycle/qualify-many/shared-rows';
import type { RecordChoice } from '../../../lifecycle/qualify/record-choice';
import type { Party } from '../../../lifecycle/qualify/target';
import type { BulkWords } from './words';

export interface RecordSelectProps {
    readonly lead: CheckedLead;
    readonly party: Party;
    /** Null while it is still to be chosen. */
    readonly choice: RecordChoice | null;
    /** What would be created, for the lead alone or for others too; null when nothing would. */
    readonly newRow: NewRow | null;
    readonly words: BulkWords;
    readonly onChoose: (choice: RecordChoice) => void;
}

/** What becomes of a lead's account or contact, in words; where there is a choice, as a list. */
export function RecordSelect(props: RecordSelectProps): JSX.Element {
    const { lead, party, choice, newRow, words, onChoose } = props;
    const label = words(party === Table.account ? 'party.account' : 'party.contact');
    const matches = lead.input?.matches[party] ?? [];
    const existing = lead.input?.existing[party] ?? null;
    if (existing || matches.length === 0) {
        const text = existing
            ? words('choice.existing', existing.name)
            : choiceText(choice, party, lead, newRow, words);
        return (
            <>
                <span className="bulk-party">{label}:</span> {text}
            </>
        );
    }
    const created = party === Table.account ? lead.company : lead.name;
    const options: readonly { readonly choice: RecordChoice; readonly label: string }[] = [
        ...matches.map(({ id, name, detail }) => ({
            choice: { kind: 'link' as const, id },
            label: detail === '' ? words('choice.link', name) : words('choice.linkDetail', name, detail),
        })),
        ...(created === '' ? [] : [{ choice: CREATE, label: createText(created, newRow, words) }]),
        ...(party === Table.account ? [{ choice: SKIP, label: words('choice.skip') }] : []),
    ];
    const chosen = options.findIndex((option) => choice !== null && sameChoice(option.choice, choice));
    return (
        <label className="bulk-choice">
            <span className="bulk-party">
                {label}:<span className="visually-hidden"> {lead.name}</span>
            </span>
            <select
                value={chosen}
                aria-invalid={chosen < 0}
                onChange={(event) => {
                    const option = options[Number(event.target.value)];
                    if (option) onChoose(option.choice);
                }}
            >
                {chosen < 0 && <option value={-1}>{words('choice.open')}</option>}
                {options.map((option, at) => (
                    <option key={at} value={at}>
                        {option.label}
                    </option>
                ))}
            </select>
        </label>
    );
}

const CREATE: RecordChoice = { kind: 'create' };
const SKIP: RecordChoice = { kind: 'skip' };

function sameChoice(one: RecordChoice, other: RecordChoice): boolean {
    return one.kind === other.kind && ('id' in one ? one.id : '') === ('id' in other ? other.id : '');
}

function choiceText(
    choice: RecordChoice | null,
    party: Party,
    lead: CheckedLead,
    newRow: NewRow | null,
    words: BulkWords,
): string {
    if (choice?.kind !== 'create') return words('choice.skip');
    return createText(party === Table.account ? lead.company : lead.name, newRow, words);
}

function createText(name: string, newRow: NewRow | null, words: BulkWords): string {
    const count = newRow?.leadIds.length ?? 1;
    return count > 1 ? words('choice.createShared', newRow?.name ?? name, count) : words('choice.create', name);
}
