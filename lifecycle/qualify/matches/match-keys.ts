import { AccountColumn, EMAIL_COLUMNS, LeadColumn, PHONE_COLUMNS } from '../../columns';
import { textOf, type Row } from '../../row';
import { companyDomain, emailKey, siteDomain } from './email';
import { phoneNumber, type PhoneNumber } from './phone';

/** What a lead, an account or a contact is told by. */
export interface MatchKeys {
    readonly company: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly emails: readonly string[];
    readonly phones: readonly PhoneNumber[];
    /** Of its addresses and its web site. */
    readonly domains: readonly string[];
}

/** @param row of lead */
export function leadKeys(row: Row): MatchKeys {
    return {
        company: textOf(row, LeadColumn.companyName).trim(),
        firstName: textOf(row, LeadColumn.firstName).trim(),
        lastName: textOf(row, LeadColumn.lastName).trim(),
        ...reachedBy(row),
    };
}

/** How the row of whichever of the three tables is reached. */
export function reachedBy(row: Row): Pick<MatchKeys, 'emails' | 'phones' | 'domains'> {
    const addresses = EMAIL_COLUMNS.map((column) => textOf(row, column));
    const site = siteDomain(textOf(row, AccountColumn.website));
    return {
        emails: unique(addresses.map(emailKey)),
        phones: PHONE_COLUMNS.map((column) => phoneNumber(textOf(row, column))).filter((phone) => phone !== null),
        domains: unique([...addresses.map(companyDomain), site]),
    };
}

/** Whether both would look for the same rows. */
export function sameKeys(one: MatchKeys, other: MatchKeys): boolean {
    return JSON.stringify(one) === JSON.stringify(other);
}

function unique(values: readonly (string | null)[]): readonly string[] {
    return [...new Set(values.filter((value) => value !== null))];
}
