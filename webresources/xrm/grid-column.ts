import { asNumber, plainId } from '../../lifecycle/row';

/** A choice column of the rows of a grid, for rules that must not ask Dataverse whenever the selection changes. */
export interface GridColumn {
    /**
     * The values of some rows, null for each that is not known: at once where the view shows the column or all have
     * been read; else Dataverse is asked once for all rows that the grid holds.
     */
    of(
        grid: Xrm.Controls.GridControl,
        ids: readonly string[],
    ): readonly (number | null)[] | Promise<readonly (number | null)[]>;
    /** To be called after rows have been changed here. */
    forget(): void;
}

/** Milliseconds for which a value that a view does not show is believed. */
const BELIEVED = 60_000;

/** Ids in one address: more would make it too long for some proxies, though not for the Web API. */
const IDS_A_REQUEST = 50;

interface Read {
    readonly value: Promise<number | null>;
    /** Undefined until it has been read. */
    settled?: number | null;
    /** Milliseconds since 1970. */
    readonly since: number;
}

export function gridColumn(table: string, idColumn: string, column: string): GridColumn {
    let read = new Map<string, Read>();
    return {
        of(grid, ids) {
            const shown = shownIn(grid, column);
            const plain = ids.map(plainId);
            const hidden = plain.filter((id) => shown.get(id) == null);
            if (hidden.some((id) => !isFresh(id))) readRows([...new Set([...plain, ...idsOf(grid)])]);
            const values = plain.map((id) => shown.get(id) ?? read.get(id)?.settled);
            if (!values.includes(undefined)) return values.map((value) => value ?? null);
            return Promise.all(plain.map((id) => shown.get(id) ?? read.get(id)?.value ?? null));
        },
        forget: () => {
            read = new Map();
        },
    };

    function isFresh(id: string): boolean {
        const known = read.get(id);
        return known !== undefined && Date.now() - known.since < BELIEVED;
    }

    function readRows(ids: readonly string[]): void {
        const since = Date.now();
        for (let start = 0; start < ids.length; start += IDS_A_REQUEST) {
            const some = ids.slice(start, start + IDS_A_REQUEST);
            const answer = valuesOf(some);
            for (const id of some) {
                const known: Read = { value: answer.then((values) => values.get(id) ?? null), since };
                read.set(id, known);
                known.value.then(
                    (value) => (known.settled = value),
                    // The next who asks tries again.
                    () => read.get(id) === known && read.delete(id),
                );
            }
        }
    }

    async function valuesOf(ids: readonly string[]): Promise<ReadonlyMap<string, number | null>> {
        const filter = ids.map((id) => `${idColumn} eq ${id}`).join(' or ');
        const { entities } = await Xrm.WebApi.retrieveMultipleRecords(
            table,
            `?$select=${idColumn},${column}&$filter=${filter}`,
        );
        return new Map(
            entities.map((row: Readonly<Record<string, unknown>>) => [
                plainId(String(row[idColumn])),
                asNumber(row[column]),
            ]),
        );
    }
}

/** What the view shows of a column in the selected rows; null for nothing. */
function shownIn(grid: Xrm.Controls.GridControl, column: string): ReadonlyMap<string, number | null> {
    const shown = new Map<string, number | null>();
    grid.getGrid()
        .getSelectedRows()
        .forEach(({ data: { entity } }) => {
            // Rows of some grids have no attributes.
            const attribute = entity.attributes?.get(column);
            shown.set(plainId(entity.getId()), asNumber(attribute?.getValue()));
        });
    return shown;
}

/** The rows of the page that the grid shows. */
function idsOf(grid: Xrm.Controls.GridControl): readonly string[] {
    const ids: string[] = [];
    grid.getGrid()
        .getRows()
        .forEach(({ data }) => void ids.push(plainId(data.entity.getId())));
    return ids;
}
