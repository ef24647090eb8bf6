import { useCallback, useRef, useState } from 'react';
import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import type { DisqualificationOptions } from '../../../lifecycle/disqualify/disqualification-writes';
import { keptParties, type PartyChoices } from '../../../lifecycle/disqualify/kept-parties';
import type { DisqualifiableLead } from '../../../lifecycle/disqualify/prepare';
import { prepareParties, proposeParties, type PartyInput } from '../../../lifecycle/disqualify/prepare-parties';
import type { RecordChoice } from '../../../lifecycle/qualify/record-choice';
import type { Party } from '../../../lifecycle/qualify/target';
import { useRunning } from '../../dialog/use-running';

/** Whether and how the person and the company of the only lead are kept. */
export interface KeptPeople {
    readonly wanted: boolean;
    readonly isLoading: boolean;
    readonly error: unknown;
    readonly input: PartyInput | null;
    readonly choices: PartyChoices | null;
    readonly setWanted: (wanted: boolean) => void;
    readonly choose: (party: Party, choice: RecordChoice) => void;
    readonly again: () => void;
    /** What is written to keep them; undefined for nothing. */
    readonly of: (lead: DisqualifiableLead) => DisqualificationOptions['kept'];
}

/** Reads what is needed as soon as the seller wants somebody kept. */
export function useKeptPeople(host: DialogHost, lead: DisqualifiableLead | null): KeptPeople {
    const [wanted, setWanted] = useState(false);
    const [input, setInput] = useState<PartyInput | null>(null);
    const [choices, setChoices] = useState<PartyChoices | null>(null);
    // The same ids however often it is tried: what a lost connection has created already is not created twice.
    const [ids] = useState(() => ({ account: host.newId(), contact: host.newId() }));
    const row = useRef(lead?.row);
    row.current = lead?.row;
    const { isRunning, error, run } = useRunning(async () => {
        if (!row.current) return;
        const read = await prepareParties(host, row.current);
        setInput(read);
        setChoices(proposeParties(row.current, read));
    }, host.report);
    const want = useCallback(
        (value: boolean) => {
            setWanted(value);
            if (value && input === null) void run();
        },
        [input, run],
    );
    const choose = useCallback(
        (party: Party, choice: RecordChoice) => setChoices((now) => now && { ...now, [party]: choice }),
        [],
    );
    const of = useCallback(
        ({ row: ofLead }: DisqualifiableLead): DisqualificationOptions['kept'] =>
            wanted && input && choices ? keptParties(ofLead, choices, ids, input.metadata) : undefined,
        [wanted, input, choices, ids],
    );
    return {
        wanted,
        isLoading: wanted && (isRunning || input === null),
        error: wanted ? error : null,
        input,
        choices,
        setWanted: want,
        choose,
        again: () => void run(),
        of,
    };
}
