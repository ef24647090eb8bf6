import type { RecordChoice } from '../qualify/record-choice';
import type { Party } from '../qualify/target';
import { mayBeQualified, openChoices, type CheckedLead, type PartyChoices } from './checked-lead';
import { newRows, type ChosenLead, type NewRow } from './shared-rows';

/** What the user has chosen in place of the proposals, by the lead's id. */
export type ChosenRecords = ReadonlyMap<string, Readonly<Partial<Record<Party, RecordChoice>>>>;

/** The leads of a selection by what becomes of them, each in one list, in their order. */
export interface Plan {
    readonly ready: readonly ChosenLead[];
    /** Someone has to choose between several rows first. */
    readonly undecided: readonly ChosenLead[];
    /** Criteria that only warn are open, and the user has not said to pass them. */
    readonly warned: readonly ChosenLead[];
    readonly refused: readonly CheckedLead[];
    /** What the ready ones create. */
    readonly newRows: readonly NewRow[];
}

/** @param passesWarnings whether open criteria that only warn keep no lead back */
export function planMany(leads: readonly CheckedLead[], chosen: ChosenRecords, passesWarnings: boolean): Plan {
    const possible = leads
        .filter(mayBeQualified)
        .map((lead): ChosenLead => ({ lead, choices: choicesOf(lead, chosen) }));
    const undecided = possible.filter(({ lead, choices }) => openChoices(lead, choices).length > 0);
    const warned = possible.filter(
        (each) => !passesWarnings && each.lead.warnings.length > 0 && !undecided.includes(each),
    );
    const ready = possible.filter((each) => !undecided.includes(each) && !warned.includes(each));
    return {
        ready,
        undecided,
        warned,
        refused: leads.filter((lead) => !mayBeQualified(lead)),
        newRows: newRows(ready),
    };
}

export function choicesOf(lead: CheckedLead, chosen: ChosenRecords): PartyChoices {
    return { ...lead.proposed, ...chosen.get(lead.leadId) };
}

/** Rows that several leads create together. */
export function sharedRows({ newRows: rows }: Plan): readonly NewRow[] {
    return rows.filter(({ leadIds }) => leadIds.length > 1);
}
