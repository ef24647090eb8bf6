import { OpportunityState } from '../../lifecycle/choices';
import { OpportunityColumn, Table } from '../../lifecycle/columns';
import { asNumber, plainId } from '../../lifecycle/row';

/**
 * Whether some of the selected opportunities are open: those can be closed, and the dialog leaves out the others.
 * Answers at once when the view shows the state; else Dataverse is asked once for all rows that the grid holds, however
 * often the selection changes.
 */
export function someAreOpen(grid: Xrm.Controls.GridControl, ids: readonly string[]): boolean | Promise<boolean> {
    return judge(grid, ids, (state) => state === OpportunityState.open);
}

/** Whether some of the selected opportunities are closed: those can be reopened. */
export function someAreClosed(grid: Xrm.Controls.GridControl, ids: readonly string[]): boolean | Promise<boolean> {
    return judge(grid, ids, (state) => state !== OpportunityState.open);
}

function judge(
    grid: Xrm.Controls.GridControl,
    ids: readonly string[],
    test: (state: number) => boolean,
): boolean | Promise<boolean> {
    if (ids.length === 0) return false;
    const some = (states: readonly (number | null)[]): boolean => states.some((state) => state !== null && test(state));
    const states = knownStates(grid, ids.map(plainId));
    if (!states.includes(null)) return some(states);
    return readStates(grid).then(() => some(knownStates(grid, ids.map(plainId))));
}

/** Milliseconds for which a state that a view does not show is believed. */
const BELIEVED = 60_000;

const read = new Map<string, { readonly state: number; readonly since: number }>();
let reading: Promise<void> | null = null;

/** To be called after opportunities have been changed here. */
export function forgetStates(): void {
    read.clear();
    reading = null;
}

/** Null for each that is neither shown nor has been read. */
function knownStates(grid: Xrm.Controls.GridControl, ids: readonly string[]): readonly (number | null)[] {
    const shown = new Map<string, number | null>();
    grid.getGrid()
        .getSelectedRows()
        .forEach(({ data: { entity } }) => {
            // Rows of some grids have no attributes.
            const attribute = entity.attributes?.get(OpportunityColumn.state);
            shown.set(plainId(entity.getId()), asNumber(attribute?.getValue()));
        });
    const now = Date.now();
    return ids.map((id) => {
        const kept = read.get(id);
        return shown.get(id) ?? (kept && now - kept.since < BELIEVED ? kept.state : null);
    });
}

/** Both rules ask at the same time; one request answers both. */
function readStates(grid: Xrm.Controls.GridControl): Promise<void> {
    reading ??= readRows(grid).finally(() => (reading = null));
    return reading;
}

/** Ids in one address: beyond some 25 it would grow too long for the Web API. */
const IDS_A_REQUEST = 25;

async function readRows(grid: Xrm.Controls.GridControl): Promise<void> {
    const ids: string[] = [];
    grid.getGrid()
        .getRows()
        .forEach((row) => void ids.push(plainId(row.data.entity.getId())));
    const requests: Promise<void>[] = [];
    for (let start = 0; start < ids.length; start += IDS_A_REQUEST) {
        requests.push(readSome(ids.slice(start, start + IDS_A_REQUEST)));
    }
    await Promise.all(requests);
}

async function readSome(ids: readonly string[]): Promise<void> {
    const filter = ids.map((id) => `${OpportunityColumn.id} eq ${id}`).join(' or ');
    const query = `?$select=${OpportunityColumn.id},${OpportunityColumn.state}&$filter=${filter}`;
    const { entities } = await Xrm.WebApi.retrieveMultipleRecords(Table.opportunity, query);
    const since = Date.now();
    for (const row of entities as readonly Readonly<Record<string, unknown>>[]) {
        const state = asNumber(row[OpportunityColumn.state]);
        if (state !== null) read.set(plainId(String(row[OpportunityColumn.id])), { state, since });
    }
}
