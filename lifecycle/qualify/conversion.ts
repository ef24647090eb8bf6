import { LeadColumn, type Table } from '../columns';
import { isBlank, textOf, valueOf, type Row } from '../row';

/** Existing rows that the seller chose to link instead of creating new ones. */
export interface Links {
    readonly accountId?: string;
    readonly contactId?: string;
}

export type Customer =
    | { readonly kind: 'new-account' }
    | { readonly kind: 'new-contact' }
    | { readonly kind: 'account'; readonly id: string }
    | { readonly kind: 'contact'; readonly id: string };

/** What qualifying a lead will create and link. */
export interface Conversion {
    readonly createAccount: boolean;
    readonly createContact: boolean;
    readonly accountId: string | null;
    readonly contactId: string | null;
    /** Whom the opportunity is with. */
    readonly customer: Customer;
    /** Columns of lead that must be filled first, because what is created would have no name. */
    readonly missing: readonly string[];
}

/**
 * The decision table of a qualification:
 *
 * | contact | account | company name | create account | create contact | customer of the opportunity |
 * |---------|---------|--------------|----------------|----------------|-----------------------------|
 * | no      | no      | empty        | no             | yes            | new contact                 |
 * | no      | no      | set          | yes            | yes            | new account                 |
 * | no      | yes     | any          | no             | yes            | existing account            |
 * | yes     | no      | empty        | no             | no             | existing contact            |
 * | yes     | no      | set          | yes            | no             | new account                 |
 * | yes     | yes     | any          | no             | no             | existing account            |
 *
 * "Contact" and "account" are those the lead already has, or else those in `links`.
 * Source: the default of the Sales app's own Qualify, as observed; Microsoft Learn, "QualifyLead Action".
 */
export function planConversion(lead: Row, links: Links = {}): Conversion {
    const accountId = idOf(lead, LeadColumn.parentAccount) ?? links.accountId ?? null;
    const contactId = idOf(lead, LeadColumn.parentContact) ?? links.contactId ?? null;
    const createAccount = accountId === null && !isBlank(valueOf(lead, LeadColumn.companyName));
    const createContact = contactId === null;
    const missing: string[] = [];
    if (isBlank(valueOf(lead, LeadColumn.topic))) missing.push(LeadColumn.topic);
    if (createContact && isBlank(valueOf(lead, LeadColumn.lastName))) missing.push(LeadColumn.lastName);
    return {
        createAccount,
        createContact,
        accountId,
        contactId,
        customer: customerOf(accountId, contactId, createAccount),
        missing,
    };
}

function customerOf(accountId: string | null, contactId: string | null, createAccount: boolean): Customer {
    if (accountId !== null) return { kind: 'account', id: accountId };
    if (createAccount) return { kind: 'new-account' };
    return contactId === null ? { kind: 'new-contact' } : { kind: 'contact', id: contactId };
}

function idOf(lead: Row, column: string): string | null {
    return textOf(lead, column) || null;
}

/** Columns of lead that `planConversion` and the search for existing rows look at. */
export const conversionColumns: readonly string[] = [
    LeadColumn.topic,
    LeadColumn.fullName,
    LeadColumn.lastName,
    LeadColumn.companyName,
    LeadColumn.email,
    LeadColumn.parentAccount,
    LeadColumn.parentContact,
    LeadColumn.currency,
    LeadColumn.campaign,
];

/** An existing row that the lead probably stands for. */
export interface Match {
    readonly table: Table.account | Table.contact;
    readonly id: string;
    readonly name: string;
    /** What tells two of the same name apart: city of an account, employer of a contact. */
    readonly detail: string;
}
