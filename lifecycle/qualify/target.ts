import { Table } from '../columns';

/** What a lead becomes. */
export type Target = Table.account | Table.contact | Table.opportunity;

/** The rows that the lead is about, and that may be there already. */
export type Party = Table.account | Table.contact;

export const TARGETS: readonly Target[] = [Table.account, Table.contact, Table.opportunity];
export const PARTIES: readonly Party[] = [Table.account, Table.contact];
