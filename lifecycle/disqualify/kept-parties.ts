import { EntitySet, LeadColumn, Navigation, Table } from '../columns';
import type { ConversionMetadata } from '../qualify/conversion-metadata';
import { arriving, mappedColumns } from '../qualify/mapped-columns';
import { idOfChoice, type RecordChoice } from '../qualify/record-choice';
import type { Party } from '../qualify/target';
import { isBlank, valueOf, type Row } from '../row';
import { written } from '../table-definitions/column-value';
import type { Write } from '../web-api/web-api';

/** What becomes of the person and the company of a lead that closes. */
export type PartyChoices = Readonly<Record<Party, RecordChoice>>;

export const NOTHING_KEPT: PartyChoices = { account: { kind: 'skip' }, contact: { kind: 'skip' } };

/** What a row of a table cannot be without. */
const NAME_OF: Readonly<Record<Party, LeadColumn>> = {
    [Table.account]: LeadColumn.companyName,
    [Table.contact]: LeadColumn.lastName,
};

/** Whether a lead says enough to make an account or a contact of it. */
export function canKeep(lead: Row, party: Party): boolean {
    return !isBlank(valueOf(lead, NAME_OF[party]));
}

/**
 * Keeps person and company of a lead as contact and account, by the environment's own maps, and lets the lead refer to
 * them. A new contact belongs to the account.
 * @param lead the whole row with all annotations
 * @param newIds of the rows that are created
 * @returns rows to create, and columns of the lead
 */
export function keptParties(
    lead: Row,
    { account, contact }: PartyChoices,
    newIds: Readonly<Record<Party, string>>,
    metadata: ConversionMetadata,
): { readonly writes: readonly Write[]; readonly leadColumns: Row } {
    const accountId = idOfChoice(account, newIds.account);
    const contactId = idOfChoice(contact, newIds.contact);
    const columnsOf = (party: Party): Row =>
        Object.assign(
            {},
            ...arriving(mappedColumns(lead, party, metadata)).map(({ target, value }): Row => {
                const column = metadata.definitions[party].columns.get(target);
                return column ? written(column, value, metadata.definitions.entitySets) : {};
            }),
        ) as Row;
    const writes: Write[] = [];
    if (account.kind === 'create') {
        writes.push({
            kind: 'create',
            entitySet: EntitySet.account,
            columns: { ...columnsOf(Table.account), accountid: newIds.account },
        });
    }
    if (contact.kind === 'create') {
        writes.push({
            kind: 'create',
            entitySet: EntitySet.contact,
            columns: {
                ...columnsOf(Table.contact),
                contactid: newIds.contact,
                ...(accountId !== null && {
                    'parentcustomerid_account@odata.bind': `/${EntitySet.account}(${accountId})`,
                }),
            },
        });
    }
    return {
        writes,
        leadColumns: {
            ...(accountId !== null &&
                account.kind !== 'existing' && {
                    [`${Navigation.leadParentAccount}@odata.bind`]: `/${EntitySet.account}(${accountId})`,
                }),
            ...(contactId !== null &&
                contact.kind !== 'existing' && {
                    [`${Navigation.leadParentContact}@odata.bind`]: `/${EntitySet.contact}(${contactId})`,
                }),
        },
    };
}
