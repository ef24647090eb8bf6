import { EntitySet, Table } from '../columns';
import { plainId, textOf, type Row } from '../row';
import { rowsOf } from '../web-api/web-api';

/** Tables whose rows a dialog lets the seller choose. */
export type SearchedTable = Table.systemUser | Table.account | Table.contact | Table.currency | Table.competitor;

/** A row as a picker shows it. */
export interface FoundRow {
    readonly table: SearchedTable;
    /** In lower case without braces. */
    readonly id: string;
    readonly name: string;
    /** What tells rows of the same name apart; empty for nothing. */
    readonly detail: string;
}

interface Search {
    readonly entitySet: EntitySet;
    readonly id: string;
    readonly name: string;
    readonly detail: string | null;
    /** Of the rows that may be chosen at all; empty for all. */
    readonly filter: string;
}

const SEARCHES: Readonly<Record<SearchedTable, Search>> = {
    [Table.systemUser]: {
        entitySet: EntitySet.systemUser,
        id: 'systemuserid',
        name: 'fullname',
        detail: 'internalemailaddress',
        filter: 'isdisabled eq false',
    },
    [Table.account]: {
        entitySet: EntitySet.account,
        id: 'accountid',
        name: 'name',
        detail: 'address1_city',
        filter: 'statecode eq 0',
    },
    [Table.contact]: {
        entitySet: EntitySet.contact,
        id: 'contactid',
        name: 'fullname',
        detail: 'emailaddress1',
        filter: 'statecode eq 0',
    },
    [Table.currency]: {
        entitySet: EntitySet.currency,
        id: 'transactioncurrencyid',
        name: 'currencyname',
        detail: 'isocurrencycode',
        filter: 'statecode eq 0',
    },
    [Table.competitor]: {
        entitySet: EntitySet.competitor,
        id: 'competitorid',
        name: 'name',
        detail: null,
        filter: '',
    },
};

/** Rows of one search; more are found by typing more. */
export const SEARCH_LIMIT = 10;

/**
 * The address of a search for rows whose name holds a text.
 * @param text of the user; empty for the first rows by name
 */
export function searchAddress(table: SearchedTable, text: string): string {
    const { entitySet, id, name, detail, filter } = SEARCHES[table];
    // A quote inside of a string is written twice (OData URL conventions).
    const contains = text.trim() === '' ? '' : `contains(${name},'${text.trim().replaceAll("'", "''")}')`;
    const filters = [contains, filter].filter((part) => part !== '').join(' and ');
    const query = [
        `$select=${[id, name, ...(detail === null ? [] : [detail])].join(',')}`,
        ...(filters === '' ? [] : [`$filter=${encodeURIComponent(filters)}`]),
        `$orderby=${name}`,
        `$top=${SEARCH_LIMIT}`,
    ];
    return `${entitySet}?${query.join('&')}`;
}

/** The rows of such an answer. */
export function foundRows(table: SearchedTable, body: unknown): readonly FoundRow[] {
    const { id, name, detail } = SEARCHES[table];
    return rowsOf(body).map((row: Row) => ({
        table,
        id: plainId(textOf(row, id)),
        name: textOf(row, name),
        detail: detail === null ? '' : textOf(row, detail),
    }));
}
