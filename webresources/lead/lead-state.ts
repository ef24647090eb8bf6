import { LeadState } from '../../lifecycle/choices';
import { LeadColumn, Table } from '../../lifecycle/columns';
import { stateOf } from '../../lifecycle/configuration/status-reason';
import { asNumber, plainId } from '../../lifecycle/row';

export type Openness = 'open' | 'closed';

/** Microsoft Learn, "getFormType (Client API reference)". */
const FormType = { create: 1, update: 2 } as const;

/**
 * Whether the form's lead is open or closed, by its state or status reason where the form holds one of them, else by
 * whether the form may be edited.
 */
export function isOnForm(form: Xrm.FormContext, wanted: Openness): boolean {
    const formType: number = form.ui.getFormType();
    if (formType === FormType.create) return false;
    const valueOf = (column: string): unknown => form.getAttribute(column)?.getValue();
    const openness = opennessOf(valueOf) ?? (formType === FormType.update ? 'open' : 'closed');
    return openness === wanted;
}

/**
 * Whether all selected leads are open, or closed. Answers at once when the view holds state or status reason of each,
 * else after asking Dataverse.
 */
export function areAll(
    wanted: Openness,
    grid: Xrm.Controls.GridControl,
    ids: readonly string[],
): boolean | Promise<boolean> {
    if (ids.length === 0) return false;
    const known = new Map<string, Openness | null>();
    grid.getGrid()
        .getSelectedRows()
        .forEach((row) => {
            const { entity } = row.data;
            known.set(
                plainId(entity.getId()),
                opennessOf((column) => entity.attributes.get(column)?.getValue()),
            );
        });
    const found = ids.map((id) => known.get(plainId(id)) ?? null);
    if (found.some((openness) => openness !== null && openness !== wanted)) return false;
    return found.every((openness) => openness === wanted) || ask(wanted, ids);
}

async function ask(wanted: Openness, ids: readonly string[]): Promise<boolean> {
    const rows = await Promise.all(
        ids.map((id) => Xrm.WebApi.retrieveRecord(Table.lead, plainId(id), `?$select=${LeadColumn.state}`)),
    );
    return rows.every((row) => opennessOf((column) => row[column]) === wanted);
}

function opennessOf(valueOf: (column: string) => unknown): Openness | null {
    const status = asNumber(valueOf(LeadColumn.status));
    const state = asNumber(valueOf(LeadColumn.state)) ?? (status === null ? null : stateOf(status, []));
    if (state === null) return null;
    return state === LeadState.open ? 'open' : 'closed';
}
