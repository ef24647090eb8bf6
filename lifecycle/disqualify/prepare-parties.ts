import type { DialogHost } from '../commands/dialog-host';
import { LeadColumn, Table } from '../columns';
import {
    CONVERSION_METADATA_ADDRESSES,
    readConversionMetadata,
    type ConversionMetadata,
} from '../qualify/conversion-metadata';
import type { Match } from '../qualify/match';
import { matchQueries } from '../qualify/matches/match-addresses';
import { leadKeys } from '../qualify/matches/match-keys';
import { rankMatches } from '../qualify/matches/rank-matches';
import { certainMatch } from '../qualify/propose-choices';
import type { RecordChoice } from '../qualify/record-choice';
import { PARTIES, type Party } from '../qualify/target';
import { isBlank, plainId, valueOf, type Row } from '../row';
import { rowsIfAny } from '../change-leads/addresses';
import { canKeep, type PartyChoices } from './kept-parties';

/** What is known about keeping the person and the company of a lead. */
export interface PartyInput {
    readonly metadata: ConversionMetadata;
    /** Existing rows that the lead may stand for, best first. */
    readonly matches: Readonly<Record<Party, readonly Match[]>>;
}

/**
 * Reads the environment's maps, and the rows that the lead may stand for. Only a seller who wants to keep somebody
 * needs it.
 * @param lead the whole row with all annotations
 * @throws Refused, ConnectionLost
 */
export async function prepareParties(host: Pick<DialogHost, 'webApi'>, lead: Row): Promise<PartyInput> {
    const metadata = readConversionMetadata(await host.webApi.read(CONVERSION_METADATA_ADDRESSES));
    const wanted = PARTIES.filter((party) => parentOf(lead, party) === null && canKeep(lead, party));
    const queries = matchQueries(lead, metadata, wanted);
    const answers = await host.webApi.read(queries.map(({ address }) => address));
    const matchesOf = (party: Party): readonly Match[] => {
        const candidates = queries.flatMap((query, index) => {
            const answer = answers[index];
            if (query.party !== party || !answer) return [];
            return rowsIfAny([answer]).map((row) => ({ row, byRule: query.byRule }));
        });
        return rankMatches(party, candidates, leadKeys(lead), metadata);
    };
    return { metadata, matches: { account: matchesOf(Table.account), contact: matchesOf(Table.contact) } };
}

const PARENTS: Readonly<Record<Party, LeadColumn>> = {
    [Table.account]: LeadColumn.parentAccount,
    [Table.contact]: LeadColumn.parentContact,
};

/** The account or contact that a lead refers to already; null for none. */
export function parentOf(lead: Row, party: Party): { readonly id: string; readonly name: string } | null {
    const id = valueOf(lead, PARENTS[party]);
    if (isBlank(id)) return null;
    const name = lead[`_${PARENTS[party]}_value@OData.Community.Display.V1.FormattedValue`];
    return { id: plainId(String(id)), name: String(name ?? '') };
}

/** Links what certainly is the same, creates the rest; what the lead refers to already stays. */
export function proposeParties(lead: Row, { matches }: Pick<PartyInput, 'matches'>): PartyChoices {
    const propose = (party: Party): RecordChoice => {
        const parent = parentOf(lead, party);
        if (parent) return { kind: 'existing', id: parent.id };
        const certain = certainMatch(matches[party]);
        if (certain) return { kind: 'link', id: certain.id };
        return canKeep(lead, party) ? { kind: 'create' } : { kind: 'skip' };
    };
    return { account: propose(Table.account), contact: propose(Table.contact) };
}
