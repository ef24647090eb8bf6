/**
 * Stock views. `views/<table>.json` states each view in short; this writes the FetchXML and LayoutXML that the
 * platform would store.
 */
import type { Table } from '../metadata/types';
import { baseFiles, readBaseFile } from './base-directory';
import { baseId } from './base-id';
import type { BaseRow, BaseText } from './base-rows';
import { baseTables } from './base-tables';

interface ViewsFile {
    readonly views: readonly ViewLine[];
}

interface ViewLine {
    readonly name: BaseText;
    readonly kind: 'public' | 'quickfind' | 'lookup' | 'associated' | 'advanced';
    /** The table's default public view. */
    readonly default?: boolean;
    /** Column and width in pixels; `link.column` for a column of a linked table. */
    readonly columns: readonly (readonly [column: string, width: number])[];
    /** `column operator value`, all of which must hold; `owner`'s `eq-userid` has no value. */
    readonly filter?: readonly (readonly [column: string, operator: string, ...values: (string | number)[]])[];
    /** Columns in which a quick find looks. */
    readonly find?: readonly string[];
    /** First is the main order; `-` in front: descending. */
    readonly order?: readonly string[];
    /** Joins by the name that columns use: `primarycontact` → through which lookup to which table. */
    readonly links?: Readonly<Record<string, { readonly table: string; readonly from: string; readonly to: string }>>;
}

/** Values of savedquery.querytype. */
const QUERY_TYPES: Readonly<Record<ViewLine['kind'], number>> = {
    public: 0,
    advanced: 1,
    associated: 2,
    quickfind: 4,
    lookup: 64,
};

export function baseViews(): readonly BaseRow[] {
    const tables = new Map(baseTables().map((table) => [table.logicalName, table]));
    return baseFiles('views', '.json').flatMap((file) => {
        const name = file.replace(/\.json$/, '');
        const table = tables.get(name);
        if (!table) {
            throw new Error(`base/views/${file}: there is no base table ${name}.`);
        }
        return (JSON.parse(readBaseFile(`views/${file}`)) as ViewsFile).views.map((view) => viewRow(table, view));
    });
}

function viewRow(table: Table, view: ViewLine): BaseRow {
    return {
        savedqueryid: baseId('savedquery', `${table.logicalName}.${view.kind}.${view.name[0]}`),
        name: view.name,
        returnedtypecode: table.logicalName,
        querytype: QUERY_TYPES[view.kind],
        // Each kind that has one view per table counts as the default of its kind.
        isdefault: view.default ?? view.kind !== 'public',
        iscustom: false,
        isuserdefined: false,
        isquickfindquery: view.kind === 'quickfind',
        statecode: 0,
        statuscode: 1,
        fetchxml: fetchXml(table, view),
        layoutxml: layoutXml(table, view),
    };
}

function fetchXml(table: Table, view: ViewLine): string {
    const own = view.columns.map(([column]) => column).filter((column) => !column.includes('.'));
    const attributes = [...new Set([table.primaryIdColumn, ...own])].map(attribute).join('');
    const orders = (view.order ?? []).map(orderXml).join('');
    const conditions = (view.filter ?? []).map(conditionXml).join('');
    const filter = conditions === '' ? '' : `<filter type="and">${conditions}</filter>`;
    // The placeholder stands for what the user typed; the platform writes it the same way.
    const find = view.find?.map((column) => `<condition attribute="${column}" operator="like" value="{0}" />`).join('');
    const quickFind = find === undefined ? '' : `<filter type="or" isquickfindfields="1">${find}</filter>`;
    const links = Object.entries(view.links ?? {})
        .map(([alias, link]) => linkXml(alias, link, view))
        .join('');
    return (
        `<fetch version="1.0" output-format="xml-platform" mapping="logical"><entity name="${table.logicalName}">` +
        `${attributes}${orders}${filter}${quickFind}${links}</entity></fetch>`
    );
}

function linkXml(alias: string, link: { table: string; from: string; to: string }, view: ViewLine): string {
    const columns = view.columns
        .filter(([column]) => column.startsWith(`${alias}.`))
        .map(([column]) => attribute(column.slice(alias.length + 1)))
        .join('');
    return (
        `<link-entity name="${link.table}" from="${link.from}" to="${link.to}" visible="false" ` +
        `link-type="outer" alias="${alias}">${columns}</link-entity>`
    );
}

function attribute(column: string): string {
    return `<attribute name="${column}" />`;
}

function orderXml(order: string): string {
    const descending = order.startsWith('-');
    return `<order attribute="${descending ? order.slice(1) : order}" descending="${String(descending)}" />`;
}

function conditionXml([column, operator, ...values]: readonly (string | number)[]): string {
    const start = `<condition attribute="${column}" operator="${operator}"`;
    if (values.length > 1) {
        return `${start}>${values.map((value) => `<value>${value}</value>`).join('')}</condition>`;
    }
    return values.length === 1 ? `${start} value="${values[0]}" />` : `${start} />`;
}

function layoutXml(table: Table, view: ViewLine): string {
    const cells = view.columns
        .map(
            ([column, width]) =>
                `<cell name="${column}" width="${width}"${column.includes('.') ? ' disableSorting="1"' : ''} />`,
        )
        .join('');
    const jump = table.primaryNameColumn ?? table.primaryIdColumn;
    return (
        `<grid name="resultset" object="${table.objectTypeCode}" jump="${jump}" select="1" icon="1" preview="1">` +
        `<row name="result" id="${table.primaryIdColumn}">${cells}</row></grid>`
    );
}
