import { Gate } from '../../lifecycle/choices';
import type { ClosingOutcome } from '../../lifecycle/close-opportunity/closing';
import { closeOpportunities } from '../../lifecycle/commands/close-opportunity';
import type { Host } from '../../lifecycle/commands/host';
import type { Outcome } from '../../lifecycle/commands/outcome';
import { reopenOpportunities } from '../../lifecycle/commands/reopen-opportunity';
import { columnsOfGate } from '../../lifecycle/criteria/gate';
import { plainId } from '../../lifecycle/row';
import { focusColumn, isReachable } from '../form/focus-column';
import { refreshTimeline } from '../form/refresh-timeline';
import { saveQuietly } from '../form/save';
import { createHost } from '../xrm/command-host';
import { openDialog } from '../xrm/dialogs';
import { createFormHost } from '../xrm/host';
import { refreshForm, ribbonCommand } from '../xrm/ribbon-command';
import { forgetStates, someAreClosed, someAreOpen } from './enable-rules';

/** Closes the form's opportunity; what is still missing leads back to its field. */
async function closeFromForm(form: Xrm.FormContext, outcome: ClosingOutcome): Promise<void> {
    if (!(await saveQuietly(form))) return;
    const host = await createFormHost();
    const { criteria } = await host.configuration();
    let closed: PromiseLike<unknown> = Promise.resolve();
    const withDialog: Host = {
        ...host,
        openDialog: (dialog, input) =>
            openDialog(host, dialog, input, ({ pageInput, options }) => {
                closed = Xrm.Navigation.navigateTo(pageInput, options);
                return closed;
            }),
    };
    const result = await closeOpportunities(withDialog, [form.data.entity.getId()], outcome, {
        reachable: columnsOfGate(Gate.close, criteria).filter((column) => isReachable(form, column)),
        // The platform gives the focus back when the dialog closes; a field asked for before would lose it again.
        focus: (column) => void closed.then(() => focusColumn(form, column)),
    });
    await refreshAll(result, form);
}

/** Opens the form's closed opportunity again. */
async function reopenFromForm(primaryControl: Xrm.FormContext): Promise<void> {
    await refreshAll(
        await reopenOpportunities(await createHost(), [primaryControl.data.entity.getId()]),
        primaryControl,
    );
}

async function closeFromGrid(
    grid: Xrm.Controls.GridControl,
    ids: readonly string[],
    outcome: ClosingOutcome,
): Promise<void> {
    if (ids.length > 0) refreshGrid(await closeOpportunities(await createHost(), ids.map(plainId), outcome), grid);
}

async function reopenFromGrid(grid: Xrm.Controls.GridControl, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) refreshGrid(await reopenOpportunities(await createHost(), ids), grid);
}

/** The closing activity stands in the timeline, which the form does not refresh. */
async function refreshAll(outcome: Outcome, form: Xrm.FormContext): Promise<void> {
    await refreshForm(outcome, form);
    if (outcome.kind === 'done') refreshTimeline(form);
}

function refreshGrid(outcome: Outcome, grid: Xrm.Controls.GridControl): void {
    if (outcome.kind !== 'done') return;
    forgetStates();
    grid.refresh();
}

/** What the command bar of opportunities calls, with the parameters that its ribbon names. */
export const OpportunityCommands = {
    winFromForm: ribbonCommand((form: Xrm.FormContext) => closeFromForm(form, 'won')),
    loseFromForm: ribbonCommand((form: Xrm.FormContext) => closeFromForm(form, 'lost')),
    reopenFromForm: ribbonCommand(reopenFromForm),
    winFromGrid: ribbonCommand((grid: Xrm.Controls.GridControl, ids: readonly string[]) =>
        closeFromGrid(grid, ids, 'won'),
    ),
    loseFromGrid: ribbonCommand((grid: Xrm.Controls.GridControl, ids: readonly string[]) =>
        closeFromGrid(grid, ids, 'lost'),
    ),
    reopenFromGrid: ribbonCommand(reopenFromGrid),
    someAreOpen,
    someAreClosed,
};
