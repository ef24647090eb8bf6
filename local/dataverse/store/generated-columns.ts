/**
 * Columns that Dataverse computes from other columns of the same row. The store computes them on reading, so no
 * writer can forget one and every reader can filter and sort by them.
 */
import type { Column, Table } from '../metadata/types';

/** Tables with first and last names. Dataverse's default full name format in English organizations is "First Last". */
const TABLES_WITH_FULL_NAME: ReadonlySet<string> = new Set(['lead', 'contact', 'systemuser']);

/** Lookups that show one side of a customer column: column of the table → the table it is about. */
const CUSTOMER_SIDES: ReadonlyMap<string, string> = new Map([
    ['accountid', 'account'],
    ['contactid', 'contact'],
    ['parentcontactid', 'contact'],
]);

const COMPOSITE_ADDRESS = /^(address[123])_composite$/;

/** The SQL expression of a computed column; undefined for one that is stored. */
export function generatedColumn(table: Table, column: Column): string | undefined {
    const { logicalName } = column;
    switch (logicalName) {
        case 'fullname':
            return TABLES_WITH_FULL_NAME.has(table.logicalName)
                ? joined(' ', ['firstname', 'lastname'])
                : undefined;
        case 'yomifullname':
            return TABLES_WITH_FULL_NAME.has(table.logicalName)
                ? joined(' ', ['yomifirstname', 'yomilastname'])
                : undefined;
        case 'owninguser':
            return ownerOfType(table, 'systemuser');
        case 'owningteam':
            return ownerOfType(table, 'team');
        case 'activitytypecode':
            return table.isActivity && table.logicalName !== 'activitypointer' ? `'${table.logicalName}'` : undefined;
        case 'accountid':
        case 'contactid':
        case 'parentcontactid':
            return customerSide(table, column);
        default:
            return compositeAddress(table, logicalName);
    }
}

function ownerOfType(table: Table, type: string): string | undefined {
    return table.columns.has('ownerid') ? `CASE WHEN "ownerid:type" = '${type}' THEN ownerid END` : undefined;
}

function customerSide(table: Table, column: Column): string | undefined {
    const customer = ['customerid', 'parentcustomerid'].find(name => table.columns.get(name)?.type === 'Customer');
    const side = CUSTOMER_SIDES.get(column.logicalName);
    return column.isLogical && customer !== undefined && side !== undefined
        ? `CASE WHEN "${customer}:type" = '${side}' THEN ${customer} END`
        : undefined;
}

function compositeAddress(table: Table, logicalName: string): string | undefined {
    const prefix = COMPOSITE_ADDRESS.exec(logicalName)?.[1];
    if (prefix === undefined) {
        return undefined;
    }
    const part = (name: string) => `${prefix}_${name}`;
    const has = (name: string) => table.columns.has(name);
    const street = [part('line1'), part('line2'), part('line3')].filter(has);
    const place = [part('city'), part('stateorprovince'), part('postalcode')].filter(has);
    const lines = [...street.map(name => `"${name}"`), joined(' ', place), part('country')];
    return `nullif(trim(${lines.map(line => `ifnull(${line} || char(10), '')`).join(' || ')}, char(10) || ' '), '')`;
}

/** The given columns with a separator between those that are not empty; NULL when all are. */
function joined(separator: string, columns: readonly string[]): string {
    const parts = columns.map(column => `ifnull("${column}", '')`);
    return `nullif(trim(${parts.join(` || '${separator}' || `)}), '')`;
}
