import { changeStatus } from '../../lifecycle/commands/change-status';
import { disqualify } from '../../lifecycle/commands/disqualify';
import type { Outcome } from '../../lifecycle/commands/outcome';
import { qualify } from '../../lifecycle/commands/qualify';
import { qualifyMany } from '../../lifecycle/commands/qualify-many';
import { reactivate } from '../../lifecycle/commands/reactivate';
import { plainId } from '../../lifecycle/row';
import { createHost } from '../xrm/command-host';
import { refreshForm, ribbonCommand } from '../xrm/ribbon-command';
import { knownOf } from './known-of';
import { forgetStatuses, hasWayOnForm, haveWayInGrid } from './enable-rules';

/** Qualifies the form's lead and opens the opportunity. */
async function qualifyFromForm(primaryControl: Xrm.FormContext): Promise<void> {
    if (!(await saved(primaryControl))) return;
    const processInstanceId = processInstanceOf(primaryControl);
    const outcome = await qualify(await createHost(), idOf(primaryControl), {
        ...(processInstanceId && { processInstanceId }),
        known: knownOf(primaryControl),
    });
    await refreshForm(outcome, primaryControl);
}

/** Closes the form's lead with a reason. */
async function disqualifyFromForm(primaryControl: Xrm.FormContext): Promise<void> {
    if (!(await saved(primaryControl))) return;
    await refreshForm(await disqualify(await createHost(), [idOf(primaryControl)]), primaryControl);
}

/** Opens the form's closed lead again. */
async function reactivateFromForm(primaryControl: Xrm.FormContext): Promise<void> {
    await refreshForm(await reactivate(await createHost(), [idOf(primaryControl)]), primaryControl);
}

/** Qualifies the selected leads; a single one with the dialog of the form. */
async function qualifyFromGrid(
    selectedControl: Xrm.Controls.GridControl,
    selectedIds: readonly string[],
): Promise<void> {
    const [onlyId] = selectedIds;
    if (onlyId === undefined) return;
    const host = await createHost();
    const outcome = await (selectedIds.length === 1 ? qualify(host, plainId(onlyId)) : qualifyMany(host, selectedIds));
    refreshGrid(outcome, selectedControl);
}

/** Closes the selected leads with one reason. */
async function disqualifyFromGrid(
    selectedControl: Xrm.Controls.GridControl,
    selectedIds: readonly string[],
): Promise<void> {
    if (selectedIds.length > 0) refreshGrid(await disqualify(await createHost(), selectedIds), selectedControl);
}

/** Opens the selected closed leads again. */
async function reactivateFromGrid(
    selectedControl: Xrm.Controls.GridControl,
    selectedIds: readonly string[],
): Promise<void> {
    if (selectedIds.length > 0) refreshGrid(await reactivate(await createHost(), selectedIds), selectedControl);
}

/** Shows where the form's lead may go and why not elsewhere, and takes it there. */
async function changeStatusFromForm(primaryControl: Xrm.FormContext): Promise<void> {
    if (!(await saved(primaryControl))) return;
    const processInstanceId = processInstanceOf(primaryControl);
    const outcome = await changeStatus(await createHost(), idOf(primaryControl), {
        ...(processInstanceId && { processInstanceId }),
    });
    await refreshForm(outcome, primaryControl);
}

/** The same for the only selected lead. */
async function changeStatusFromGrid(
    selectedControl: Xrm.Controls.GridControl,
    selectedIds: readonly string[],
): Promise<void> {
    const [id] = selectedIds;
    if (id !== undefined) refreshGrid(await changeStatus(await createHost(), plainId(id)), selectedControl);
}

function idOf(form: Xrm.FormContext): string {
    return plainId(form.data.entity.getId());
}

/** Writes what the user has typed, so that the rules see it. False when it could not be saved; the form has said why. */
async function saved(form: Xrm.FormContext): Promise<boolean> {
    if (!form.data.getIsDirty()) return true;
    try {
        await form.data.save();
        return true;
    } catch {
        return false;
    }
}

function processInstanceOf(form: Xrm.FormContext): string | null {
    const process = form.data.process;
    return process?.getActiveProcess() ? plainId(process.getInstanceId()) || null : null;
}

function refreshGrid(outcome: Outcome, grid: Xrm.Controls.GridControl): void {
    if (outcome.kind !== 'done') return;
    forgetStatuses();
    grid.refresh();
}

export const LeadCommands = {
    qualifyFromForm: ribbonCommand(qualifyFromForm),
    disqualifyFromForm: ribbonCommand(disqualifyFromForm),
    reactivateFromForm: ribbonCommand(reactivateFromForm),
    qualifyFromGrid: ribbonCommand(qualifyFromGrid),
    disqualifyFromGrid: ribbonCommand(disqualifyFromGrid),
    reactivateFromGrid: ribbonCommand(reactivateFromGrid),
    changeStatusFromForm: ribbonCommand(changeStatusFromForm),
    changeStatusFromGrid: ribbonCommand(changeStatusFromGrid),
    hasWayOnForm,
    haveWayInGrid,
};
