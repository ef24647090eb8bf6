export interface FakeGrid {
    readonly control: Xrm.Controls.GridControl;
    refreshed: number;
}

type GridRow = Readonly<Record<string, unknown>>;

/**
 * A grid of the client API.
 * @param selected what the view shows of the selected rows, with their `leadid`
 * @param page all rows of the grid's page
 */
export function aGrid(
    selected: readonly GridRow[],
    { table = 'lead', page = selected }: { readonly table?: string; readonly page?: readonly GridRow[] } = {},
): FakeGrid {
    const grid: FakeGrid = {
        refreshed: 0,
        control: {
            refresh: () => void (grid.refreshed += 1),
            getEntityName: () => table,
            getGrid: () => ({
                getTotalRecordCount: () => page.length,
                getRows: () => page.map(gridRow),
                getSelectedRows: () => selected.map(gridRow),
            }),
        } as unknown as Xrm.Controls.GridControl,
    };
    return grid;
}

function gridRow(row: GridRow): object {
    return {
        data: {
            entity: {
                getId: () => `{${String(row['leadid']).toUpperCase()}}`,
                attributes: { get: (name: string) => (name in row ? { getValue: () => row[name] } : null) },
            },
        },
    };
}
