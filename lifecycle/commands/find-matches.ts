import { LeadColumn, Table } from '../columns';
import type { Match } from '../qualify/conversion';
import { plainId, textOf, type Row } from '../row';
import type { Host } from './host';

const MOST = 5;

export interface Matches {
    readonly accounts: readonly Match[];
    readonly contacts: readonly Match[];
}

/**
 * Active accounts named exactly as the lead's company, and active contacts with exactly its e-mail address. A lead
 * that already has an account or a contact needs no other, so nothing is looked up for it.
 */
export async function findMatches(host: Host, lead: Row): Promise<Matches> {
    const company = textOf(lead, LeadColumn.companyName).trim();
    const email = textOf(lead, LeadColumn.email).trim();
    const [accounts, contacts] = await Promise.all([
        company === '' || textOf(lead, LeadColumn.parentAccount) !== ''
            ? []
            : host.retrieveMultiple(Table.account, query('name', company, ['accountid', 'name', 'address1_city'])),
        email === '' || textOf(lead, LeadColumn.parentContact) !== ''
            ? []
            : host.retrieveMultiple(
                  Table.contact,
                  query('emailaddress1', email, ['contactid', 'fullname', 'emailaddress1']),
              ),
    ]);
    return {
        accounts: accounts.map((row) => ({
            table: Table.account,
            id: plainId(textOf(row, 'accountid')),
            name: textOf(row, 'name'),
            detail: textOf(row, 'address1_city'),
        })),
        contacts: contacts.map((row) => ({
            table: Table.contact,
            id: plainId(textOf(row, 'contactid')),
            name: textOf(row, 'fullname'),
            detail: textOf(row, 'emailaddress1'),
        })),
    };
}

function query(column: string, value: string, columns: readonly string[]): string {
    const literal = encodeURIComponent(value.replace(/'/g, "''"));
    return (
        `?$select=${columns.join(',')}&$filter=${column} eq '${literal}' and statecode eq 0` +
        `&$orderby=createdon asc&$top=${MOST}`
    );
}
