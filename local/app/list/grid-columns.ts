/**
 * The columns of a grid, read from a view's layout and FetchXML.
 */
import type { ClientColumn, ClientTable } from '../../dataverse/client/types';
import { childElements, parseXml } from '../platform/xml';

export interface GridColumn {
    /** As the layout names it: `subject`, or `alias.fullname` for a linked table's column. Also the key in a row. */
    readonly name: string;
    readonly label: string;
    /** In pixels, as the view says. */
    readonly width: number;
    /** The column's metadata; undefined when the table does not have it. */
    readonly column: ClientColumn | undefined;
    /** Alias of the link that brings it; undefined for the view's own table. */
    readonly alias: string | undefined;
    /** The column that names the row; clicking it opens the row. */
    readonly isPrimary: boolean;
    readonly sortable: boolean;
}

const DEFAULT_WIDTH = 100;

/**
 * @param tableOf loads the metadata of linked tables, for their labels
 * @throws Error when the layout or the FetchXML is not well-formed
 */
export async function gridColumns(
    table: ClientTable,
    layoutXml: string,
    fetchXml: string,
    tableOf: (logicalName: string) => Promise<ClientTable>,
): Promise<readonly GridColumn[]> {
    const links = linksOf(fetchXml);
    const cells = [...parseXml(layoutXml, `Layout of a view of ${table.logicalName}`).querySelectorAll('cell')];
    const columns = await Promise.all(
        cells
            .filter((cell) => cell.getAttribute('ishidden') !== '1')
            .map(async (cell): Promise<GridColumn> => {
                const name = cell.getAttribute('name') ?? '';
                const width = Number(cell.getAttribute('width')) || DEFAULT_WIDTH;
                const sortable = cell.getAttribute('disableSorting') !== '1';
                const dot = name.indexOf('.');
                if (dot === -1) {
                    const column = table.columns[name];
                    const isPrimary = name === table.primaryNameColumn;
                    return {
                        name,
                        label: column?.displayName ?? name,
                        width,
                        column,
                        alias: undefined,
                        isPrimary,
                        sortable,
                    };
                }
                const alias = name.slice(0, dot);
                const link = links.get(alias);
                const linked = link ? await tableOf(link.table).catch(() => undefined) : undefined;
                const column = linked?.columns[name.slice(dot + 1)];
                const via = link ? (table.columns[link.to]?.displayName ?? linked?.displayName) : undefined;
                const label = column ? (via ? `${column.displayName} (${via})` : column.displayName) : name;
                return { name, label, width, column, alias, isPrimary: false, sortable };
            }),
    );
    return columns.some((column) => column.isPrimary)
        ? columns
        : columns.map((column, index) => (index === 0 ? { ...column, isPrimary: true } : column));
}

function linksOf(fetchXml: string): ReadonlyMap<string, { readonly table: string; readonly to: string }> {
    const links = new Map<string, { table: string; to: string }>();
    const visit = (parent: Element): void => {
        for (const link of childElements(parent, 'link-entity')) {
            const alias = link.getAttribute('alias');
            if (alias) {
                links.set(alias, { table: link.getAttribute('name') ?? '', to: link.getAttribute('to') ?? '' });
            }
            visit(link);
        }
    };
    const entity = parseXml(fetchXml, 'FetchXML of a view').querySelector('entity');
    if (entity) {
        visit(entity);
    }
    return links;
}
