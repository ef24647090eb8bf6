import { OpportunityState } from '../../lifecycle/choices';
import { OpportunityColumn, Table } from '../../lifecycle/columns';
import { gridColumn } from '../xrm/grid-column';

/**
 * Whether some of the selected opportunities are open: those can be closed, and the dialog leaves out the others.
 * Answers at once when the view shows the state; else Dataverse is asked once for all rows of the grid's page, however
 * often the selection changes.
 */
export function someAreOpen(grid: Xrm.Controls.GridControl, ids: readonly string[]): boolean | Promise<boolean> {
    return judge(grid, ids, (state) => state === OpportunityState.open);
}

/** Whether some of the selected opportunities are closed: those can be reopened. */
export function someAreClosed(grid: Xrm.Controls.GridControl, ids: readonly string[]): boolean | Promise<boolean> {
    return judge(grid, ids, (state) => state !== OpportunityState.open);
}

const stateColumn = gridColumn(Table.opportunity, OpportunityColumn.id, OpportunityColumn.state);

/** To be called after opportunities have been changed here. */
export const forgetStates = stateColumn.forget;

function judge(
    grid: Xrm.Controls.GridControl,
    ids: readonly string[],
    test: (state: number) => boolean,
): boolean | Promise<boolean> {
    if (ids.length === 0) return false;
    const some = (states: readonly (number | null)[]): boolean => states.some((state) => state !== null && test(state));
    const states = stateColumn.of(grid, ids);
    return 'then' in states ? states.then(some) : some(states);
}
