import { AccountColumn, ContactColumn, Table } from '../../columns';
import { plainId, textOf, type Row } from '../../row';
import type { ConversionMetadata } from '../conversion-metadata';
import type { Match, MatchReason } from '../match';
import type { Party } from '../target';
import { companyKey } from './company-name';
import { reachedBy, type MatchKeys } from './match-keys';
import { personKey } from './person-name';
import { samePhone } from './phone';

/** By how much each reason makes it likely that two rows are the same, when nothing else is known. */
const WEIGHTS: Readonly<Record<Party, Readonly<Record<MatchReason, number>>>> = {
    account: { company: 0.8, email: 0.7, 'duplicate-rule': 0.6, phone: 0.5, 'email-domain': 0.4, name: 0 },
    contact: { email: 0.8, 'duplicate-rule': 0.6, name: 0.5, phone: 0.5, company: 0.3, 'email-domain': 0.1 },
};

/** An address of somebody of another name is likely to be shared by several people. */
const EMAIL_OF_ANOTHER_NAME = 0.4;

/** What is less likely is not worth showing. */
const LEAST_SCORE = 30;

const MOST_MATCHES = 10;

/** A row that a query has found. */
export interface Candidate {
    readonly row: Row;
    /** Whether a duplicate rule found it. */
    readonly byRule: boolean;
}

/** The rows among the candidates that the lead may stand for: the likeliest first, then by name. */
export function rankMatches(
    party: Party,
    candidates: readonly Candidate[],
    keys: MatchKeys,
    metadata: ConversionMetadata,
): readonly Match[] {
    const { primaryId } = metadata.definitions[party];
    const rows = new Map<string, Candidate>();
    for (const candidate of candidates) {
        const id = plainId(textOf(candidate.row, primaryId));
        const known = rows.get(id);
        // What a rule answers may come without the version and the shown values.
        const row = known && !known.byRule ? known.row : candidate.row;
        rows.set(id, { row, byRule: candidate.byRule || (known?.byRule ?? false) });
    }
    return [...rows.values()]
        .map(({ row, byRule }) => withScore(party, row, byRule, keys, metadata))
        .filter(({ score }) => score >= LEAST_SCORE)
        .sort((a, b) => b.score - a.score || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
        .slice(0, MOST_MATCHES);
}

/** A row as a match, without anything that speaks for it. */
export function asMatch(party: Party, row: Row, { definitions }: ConversionMetadata): Match {
    const isAccount = party === Table.account;
    const detail = isAccount
        ? [textOf(row, AccountColumn.city), textOf(row, AccountColumn.website)]
        : [companyOf(row), textOf(row, ContactColumn.jobTitle), reachedBy(row).emails[0] ?? ''];
    return {
        table: party,
        id: plainId(textOf(row, definitions[party].primaryId)),
        name: textOf(row, isAccount ? AccountColumn.name : ContactColumn.fullName),
        detail: detail.filter((part) => part !== '').join(' · '),
        etag: textOf(row, '@odata.etag'),
        score: 0,
        reasons: [],
        row,
    };
}

/** Name of the account that a contact belongs to. */
function companyOf(contact: Row): string {
    return textOf(contact, `_${ContactColumn.company}_value@OData.Community.Display.V1.FormattedValue`);
}

function withScore(party: Party, row: Row, byRule: boolean, keys: MatchKeys, metadata: ConversionMetadata): Match {
    const reasons = reasonsFor(party, row, byRule, keys);
    const weights = WEIGHTS[party];
    const isOfAnotherName =
        party === Table.contact && !reasons.includes('name') && keys.lastName !== '' && hasOtherLastName(row, keys);
    const weightOf = (reason: MatchReason): number =>
        reason === 'email' && isOfAnotherName ? EMAIL_OF_ANOTHER_NAME : weights[reason];
    const doubt = reasons.reduce((left, reason) => left * (1 - weightOf(reason)), 1);
    return {
        ...asMatch(party, row, metadata),
        score: Math.round(100 * (1 - doubt)),
        reasons: [...reasons].sort((a, b) => weights[b] - weights[a]),
    };
}

function hasOtherLastName(row: Row, { lastName }: MatchKeys): boolean {
    return personKey(textOf(row, ContactColumn.lastName)) !== personKey(lastName);
}

function reasonsFor(party: Party, row: Row, byRule: boolean, keys: MatchKeys): readonly MatchReason[] {
    const theirs = reachedBy(row);
    const isAccount = party === Table.account;
    const company = isAccount ? textOf(row, AccountColumn.name) : companyOf(row);
    const name = isAccount ? '' : personKey(textOf(row, ContactColumn.fullName));
    const holds: Readonly<Record<MatchReason, boolean>> = {
        'duplicate-rule': byRule,
        email: theirs.emails.some((email) => keys.emails.includes(email)),
        phone: theirs.phones.some((phone) => keys.phones.some((own) => samePhone(phone, own))),
        name: name !== '' && name === personKey(`${keys.firstName} ${keys.lastName}`),
        company: keys.company !== '' && company !== '' && companyKey(company) === companyKey(keys.company),
        'email-domain': theirs.domains.some((domain) => keys.domains.includes(domain)),
    };
    return (Object.keys(holds) as MatchReason[]).filter((reason) => holds[reason]);
}
