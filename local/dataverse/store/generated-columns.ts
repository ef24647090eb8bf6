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
            return TABLES_WITH_FULL_NAME.has(table.logicalName) ? joined(' ', ['firstname', 'lastname']) : undefined;
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

function customerSide(table: Table, side: Column): string | undefined {
    const customer = ['customerid', 'parentcustomerid'].find((name) => table.columns.get(name)?.type === 'Customer');
    const target = CUSTOMER_SIDES.get(side.logicalName);
    return side.isLogical && customer !== undefined && target !== undefined
        ? `CASE WHEN "${customer}:type" = '${target}' THEN ${customer} END`
        : undefined;
}

function compositeAddress(table: Table, logicalName: string): string | undefined {
    const prefix = COMPOSITE_ADDRESS.exec(logicalName)?.[1];
    if (prefix === undefined) {
        return undefined;
    }
    const present = (...names: readonly string[]) =>
        names.map((name) => `${prefix}_${name}`).filter((name) => table.columns.has(name));
    const street = present('line1', 'line2', 'line3', 'postofficebox').map(column);
    const place = joined(' ', present('city', 'stateorprovince', 'postalcode'));
    return joinedExpressions('char(10)', [...street, place, ...present('country').map(column)]);
}

/** The given columns with a separator between those that are not empty; NULL when all are. */
function joined(separator: string, columns: readonly string[]): string {
    return joinedExpressions(`'${separator}'`, columns.map(column));
}

function joinedExpressions(separator: string, expressions: readonly string[]): string {
    const parts = expressions.map((expression) => `ifnull(nullif(${expression}, '') || ${separator}, '')`);
    return `nullif(rtrim(${parts.join(' || ')}, ${separator}), '')`;
}

function column(name: string): string {
    return `"${name}"`;
}
