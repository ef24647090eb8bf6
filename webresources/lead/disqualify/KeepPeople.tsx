import React from 'react';
import { Table } from '../../../lifecycle/columns';
import { canKeep } from '../../../lifecycle/disqualify/kept-parties';
import type { DisqualifiableLead } from '../../../lifecycle/disqualify/prepare';
import { parentOf } from '../../../lifecycle/disqualify/prepare-parties';
import type { RecordChoice } from '../../../lifecycle/qualify/record-choice';
import type { Party } from '../../../lifecycle/qualify/target';
import { LeadColumn } from '../../../lifecycle/columns';
import { textOf } from '../../../lifecycle/row';
import { CheckField } from '../../dialog/CheckField';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { Loading } from '../../dialog/Loading';
import { RadioGroup, type RadioOption } from '../../dialog/RadioGroup';
import type { KeptPeople } from './use-kept-people';
import { useDisqualifyWords, type DisqualifyKey } from './words';

export interface KeepPeopleProps {
    readonly lead: DisqualifiableLead;
    readonly kept: KeptPeople;
}

const SHOWN: readonly Party[] = [Table.contact, Table.account];

const TITLES = { account: 'account', contact: 'contact' } as const satisfies Record<Party, DisqualifyKey>;

/** Keeps person and company of a lead that closes, as new rows or as those that are there already. */
export function KeepPeople({ lead, kept }: KeepPeopleProps): JSX.Element {
    const words = useDisqualifyWords();
    const missing = SHOWN.filter((party) => parentOf(lead.row, party) === null && canKeep(lead.row, party));
    if (missing.length === 0) return <></>;
    return (
        <>
            <CheckField
                label={words('people')}
                detail={words('people.hint')}
                value={kept.wanted}
                onChange={kept.setWanted}
            />
            {kept.wanted && <div className="choice-content">{content()}</div>}
        </>
    );

    function content(): React.ReactNode {
        if (kept.error !== null) return <ErrorPanel error={kept.error} onRetry={kept.again} />;
        if (kept.isLoading) return <Loading lines={2} />;
        return missing.map(choice);
    }

    function choice(party: Party): JSX.Element {
        const options = optionsOf(party);
        const current = kept.choices?.[party] ?? { kind: 'skip' };
        return (
            <RadioGroup
                key={party}
                label={words(TITLES[party])}
                value={keyOf(current)}
                options={options.map(
                    ({ label, detail, choice: it }): RadioOption<string> => ({
                        value: keyOf(it),
                        label,
                        detail,
                    }),
                )}
                onChange={(key) => {
                    const chosen = options.find((option) => keyOf(option.choice) === key);
                    if (chosen) kept.choose(party, chosen.choice);
                }}
            />
        );
    }

    function optionsOf(party: Party): readonly Option[] {
        const name = party === Table.contact ? lead.name : textOf(lead.row, LeadColumn.companyName);
        return [
            ...(kept.input?.matches[party] ?? []).slice(0, MOST_SHOWN).map((match) => ({
                label: words('people.link', match.name),
                detail: match.detail,
                choice: { kind: 'link', id: match.id } as const,
            })),
            { label: words('people.create', name), detail: '', choice: { kind: 'create' } as const },
            { label: words('people.skip'), detail: '', choice: { kind: 'skip' } as const },
        ];
    }
}

interface Option {
    readonly label: string;
    readonly detail: string;
    readonly choice: RecordChoice;
}

const MOST_SHOWN = 4;

function keyOf(choice: RecordChoice): string {
    return 'id' in choice ? `${choice.kind} ${choice.id}` : choice.kind;
}
