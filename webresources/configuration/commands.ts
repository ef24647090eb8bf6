import { Table } from '../../lifecycle/columns';
import { loadDefaults as createDefaults } from '../../lifecycle/commands/load-defaults';
import type { ConfigurationTable } from '../../lifecycle/defaults/rows';
import { createFormHost } from '../xrm/host';
import { forgetConfiguration } from '../xrm/session';

const TABLES: readonly ConfigurationTable[] = [Table.statusTransition, Table.disqualificationReason, Table.criterion];

/** Creates the default rows of the grid's table that are not there yet. */
async function loadDefaults(selectedControl: Xrm.Controls.GridControl): Promise<void> {
    const table = tableOf(selectedControl);
    if (table === null) return;
    const outcome = await createDefaults(await createFormHost(), table);
    if (outcome.kind !== 'done') return;
    forgetConfiguration();
    selectedControl.refresh();
}

/** Enable rule: the grid shows a settings table, and no row of it. */
function canLoadDefaults(selectedControl: Xrm.Controls.GridControl): boolean {
    return tableOf(selectedControl) !== null && selectedControl.getGrid().getTotalRecordCount() === 0;
}

function tableOf(grid: Xrm.Controls.GridControl): ConfigurationTable | null {
    const name = grid.getEntityName();
    return TABLES.find((table) => table === name) ?? null;
}

export const ConfigurationCommands = { loadDefaults, canLoadDefaults };
