import { AccountColumn, ContactColumn, EntitySet, Table } from '../columns';
import { textOf, type Row } from '../row';
import type { Write } from '../web-api/web-api';
import { newRow, valueFor, type RowOf } from './new-row';
import { hasBeenRead, linkedMatch } from './propose-choices';
import type { QualificationChoices } from './qualification-choices';
import type { QualificationInput } from './qualification-input';
import type { Party } from './target';

/** The account and contact of a qualification; null for none. */
export type Parties = Readonly<{ [Name in Party]: RowOf<Name> | null }>;

/**
 * The writes that create, merge and link account and contact.
 * @param detectDuplicates whether duplicate rules may refuse what is created
 */
export function partyWrites(
    input: QualificationInput,
    choices: QualificationChoices,
    { account, contact }: Parties,
    detectDuplicates: boolean,
): readonly Write[] {
    const isNewAccount = choices.account.kind === 'create';
    const isNewContact = choices.contact.kind === 'create';
    const writes: Write[] = [];
    if (isNewAccount && account) {
        // A contact that is there already can be named at once; a new one needs the account first.
        const primary = contact && !isNewContact ? valueFor(input, account, AccountColumn.primaryContact, contact) : {};
        writes.push(createParty(input, choices, account, primary, detectDuplicates));
    }
    writes.push(...mergeWrites(input, choices, Table.account, {}));
    if (isNewContact && contact) {
        const company = account ? valueFor(input, contact, ContactColumn.company, account) : {};
        writes.push(createParty(input, choices, contact, company, detectDuplicates));
    } else if (contact) {
        const match = linkedMatch(input, Table.contact, choices.contact);
        const hasNoCompany =
            match !== null && hasBeenRead(match) && textOf(match.row, `_${ContactColumn.company}_value`) === '';
        const company = account && hasNoCompany ? valueFor(input, contact, ContactColumn.company, account) : {};
        writes.push(...mergeWrites(input, choices, Table.contact, company));
    }
    if (isNewAccount && isNewContact && account && contact) {
        const columns = valueFor(input, account, AccountColumn.primaryContact, contact);
        writes.push({ kind: 'update', entitySet: EntitySet.account, id: account.id, columns });
    }
    return writes;
}

function createParty(
    input: QualificationInput,
    choices: QualificationChoices,
    { table, id }: RowOf<Party>,
    more: Row,
    detectDuplicates: boolean,
): Write {
    return {
        kind: 'create',
        entitySet: input.definitions[table].entitySet,
        columns: { ...newRow(input, choices, table, id), ...more },
        detectDuplicates,
    };
}

/** What the seller took from the lead; nothing when every column stays as it is. */
function mergeWrites(
    input: QualificationInput,
    choices: QualificationChoices,
    party: Party,
    more: Row,
): readonly Write[] {
    const choice = choices[party];
    const match = linkedMatch(input, party, choice);
    if (match === null) return [];
    const taken = choices.merges[party].filter(({ take }) => take === 'lead');
    const columns = {
        ...Object.assign({}, ...taken.map(({ column, lead }) => valueFor(input, match, column, lead))),
        ...more,
    };
    if (Object.keys(columns).length === 0) return [];
    const { entitySet } = input.definitions[party];
    return [{ kind: 'update', entitySet, id: match.id, columns, ...(match.etag !== '' && { ifMatch: match.etag }) }];
}
