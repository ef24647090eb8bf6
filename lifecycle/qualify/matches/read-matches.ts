import { isRow, type Row } from '../../row';
import { rowsOf } from '../../web-api/web-api';
import type { ConversionMetadata } from '../conversion-metadata';
import type { QualificationInput } from '../qualification-input';
import { PARTIES, type Party } from '../target';
import { leadKeys } from './match-keys';
import type { MatchQuery } from './match-addresses';
import { rankMatches, type Candidate } from './rank-matches';

/**
 * The rows that a lead may stand for, best first.
 * @param bodies answers to `queries`; undefined for one that was refused
 */
export function readMatches(
    lead: Row,
    queries: readonly MatchQuery[],
    bodies: readonly unknown[],
    metadata: ConversionMetadata,
): QualificationInput['matches'] {
    const keys = leadKeys(lead);
    const found = (party: Party): readonly Candidate[] =>
        queries.flatMap((query, index) =>
            query.party === party
                ? rowsOf(bodies[index])
                      .filter(isActive)
                      .map((row) => ({ row, byRule: query.byRule }))
                : [],
        );
    const [account, contact] = PARTIES.map((party) => rankMatches(party, found(party), keys, metadata));
    return { account: account ?? [], contact: contact ?? [] };
}

/** Duplicate rules also find rows that were put away. */
function isActive(row: Row): boolean {
    return isRow(row) && (row['statecode'] ?? 0) === 0;
}
