import { messageOf, type Outcome } from '../../lifecycle/commands/outcome';
import { runAlone } from '../../lifecycle/commands/run-alone';

/**
 * A command as the command bar calls it. A second one in the page is ignored, be it of a form or of a grid, until the
 * first is done; what keeps it from starting at all is told by the platform's own dialog.
 */
export function ribbonCommand<Arguments extends readonly unknown[]>(
    command: (...values: Arguments) => Promise<void>,
): (...values: Arguments) => Promise<void> {
    return async (...values) => {
        try {
            await runAlone(globalThis, 'command', () => command(...values));
        } catch (error) {
            console.error(error);
            await Xrm.Navigation.openErrorDialog({ message: messageOf(error) });
        }
    };
}

/** Shows a form anew after a command that has changed its row, or may have; not one that has been left. */
export async function refreshForm(outcome: Outcome, form: Xrm.FormContext): Promise<void> {
    const isChanged = outcome.kind === 'failed' || (outcome.kind === 'done' && !outcome.isLeft);
    if (!isChanged) return;
    await form.data.refresh(false);
    form.ui.refreshRibbon();
}
