import type { DialogHost } from '../../../lifecycle/commands/dialog-host';
import { defaultConfiguration, type Language } from '../../../lifecycle/defaults';
import type { Row } from '../../../lifecycle/row';
import type { ChangeSet, ReadAnswer, WriteAnswer } from '../../../lifecycle/web-api/web-api';
import { statusReasons, USER_ID } from '../../lifecycle/builders';
import { textsOf } from './texts';

export interface FakeDialogHost extends DialogHost {
    /** What was read, a batch each. */
    readonly reads: (readonly string[])[];
    /** What was written, a batch each. */
    readonly writes: (readonly ChangeSet[])[];
}

export interface DialogAnswers {
    readonly language?: Language;
    readonly configuration?: Partial<DialogHost['configuration']>;
    /** Rows that an address answers; an empty list for none. May throw. */
    readonly read?: (address: string) => readonly Row[];
    /** May throw; done for undefined. */
    readonly write?: (changeSet: ChangeSet, index: number) => WriteAnswer | undefined;
}

/** A dialog's surroundings made of plain values. */
export function aDialogHost(answers: DialogAnswers = {}): FakeDialogHost {
    const { language = 1033, read = () => [], write = () => undefined } = answers;
    const log = { reads: [] as (readonly string[])[], writes: [] as (readonly ChangeSet[])[] };
    let ids = 0;
    return {
        ...log,
        user: { id: USER_ID, roles: ['Salesperson'], language },
        configuration: { ...defaultConfiguration(language), ...answers.configuration },
        statusReasons,
        webApi: {
            read: async (addresses) => {
                log.reads.push(addresses);
                return addresses.map((address): ReadAnswer => {
                    const rows = read(address);
                    const isOne = /^\w+\([0-9a-f-]{36}\)/.test(address);
                    return { ok: true, body: isOne ? rows[0] : { value: rows } };
                });
            },
            write: async (changeSets) => {
                log.writes.push(changeSets);
                return changeSets.map((it, index) => write(it, index) ?? { ok: true, bodies: [] });
            },
        },
        text: textsOf(language),
        now: () => new Date('2026-11-21T09:00:00Z'),
        newId: () => `0ff00000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
        report: () => undefined,
    };
}
