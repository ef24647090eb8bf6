import type { DialogHost } from '../commands/dialog-host';
import { isRow } from '../row';
import { bodiesOf } from '../web-api/web-api';
import type { Match } from './match';
import { matchSelect } from './matches/match-addresses';
import { asMatch } from './matches/rank-matches';
import type { QualificationInput } from './qualification-input';
import type { Party } from './target';

/**
 * A row that the seller has picked, as a match that nothing speaks for, so that it can be merged like the others.
 * @throws ConnectionLost; Refused when it cannot be read
 */
export async function readMatch(
    host: Pick<DialogHost, 'webApi'>,
    input: QualificationInput,
    party: Party,
    id: string,
): Promise<Match> {
    const { entitySet } = input.definitions[party];
    const [row] = bodiesOf(await host.webApi.read([`${entitySet}(${id})?$select=${matchSelect(party, input)}`]));
    return asMatch(party, isRow(row) ? row : {}, input);
}

/** The input with a picked row among its matches. */
export function withMatch(input: QualificationInput, match: Match): QualificationInput {
    const others = input.matches[match.table].filter(({ id }) => id !== match.id);
    return { ...input, matches: { ...input.matches, [match.table]: [...others, match] } };
}
