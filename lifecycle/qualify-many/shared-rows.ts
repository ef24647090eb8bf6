import { LeadColumn, Table } from '../columns';
import { companyKey } from '../qualify/matches/company-name';
import { emailKey } from '../qualify/matches/email';
import { personKey } from '../qualify/matches/person-name';
import { PARTIES, type Party } from '../qualify/target';
import { textOf } from '../row';
import type { CheckedLead, PartyChoices } from './checked-lead';

/** A row that is to be created, for one lead or for several that name the same company or person. */
export interface NewRow {
    /** Tells it from all others that are to be created. */
    readonly key: string;
    readonly party: Party;
    readonly name: string;
    /** In the order of the selection; the first one's values make the row. */
    readonly leadIds: readonly string[];
}

/** A lead with what has been chosen for it. */
export interface ChosenLead {
    readonly lead: CheckedLead;
    readonly choices: PartyChoices;
}

/**
 * The accounts and contacts that a selection creates, each once: leads of one company, in normal form, have one
 * account in common, and leads of one person one contact.
 */
export function newRows(chosen: readonly ChosenLead[]): readonly NewRow[] {
    const rows = new Map<string, { party: Party; name: string; leadIds: string[] }>();
    for (const { lead, choices } of chosen) {
        for (const party of PARTIES) {
            if (choices[party]?.kind !== 'create') continue;
            const key = newRowKey(lead, party);
            const row = rows.get(key) ?? { party, name: nameOf(lead, party), leadIds: [] };
            row.leadIds.push(lead.leadId);
            rows.set(key, row);
        }
    }
    return [...rows].map(([key, row]) => ({ key, ...row }));
}

/** The same for all leads whose account or contact is the same. */
export function newRowKey(lead: CheckedLead, party: Party): string {
    const identity = party === Table.account ? companyOf(lead) : personOf(lead);
    return `${party} ${identity === '' ? `of lead ${lead.leadId}` : identity}`;
}

function companyOf(lead: CheckedLead): string {
    return companyKey(lead.company);
}

/** One mailbox may be several people's, so their last names must be the same as well. */
function personOf({ input }: CheckedLead): string {
    if (!input) return '';
    const email = emailKey(textOf(input.lead, LeadColumn.email));
    return email === null ? '' : `${email} ${personKey(textOf(input.lead, LeadColumn.lastName))}`;
}

function nameOf(lead: CheckedLead, party: Party): string {
    return party === Table.account ? lead.company : lead.name;
}
