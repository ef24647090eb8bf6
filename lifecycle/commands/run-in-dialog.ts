import type { TextKey } from '../messages';
import type { CommandCall, CommandResult, DialogName, Dialogs } from './dialogs';
import type { Host } from './host';
import { runCommand, type Outcome } from './outcome';

/** Dialogs that read, write and tell about it themselves. */
export type CommandDialog = {
    [Name in DialogName]: Dialogs[Name] extends { input: CommandCall; answer: CommandResult } ? Name : never;
}[DialogName];

/**
 * Runs a command in its dialog, and opens the row that it leads to.
 * @param title of the message about a dialog that could not be opened
 */
export function runInDialog<Name extends CommandDialog>(
    host: Host,
    dialog: Name,
    call: Dialogs[Name]['input'],
    title: TextKey,
): Promise<Outcome> {
    return runCommand(host, title, async () => {
        const result: CommandResult | null = await host.openDialog(dialog, call);
        if (result === null) return { kind: 'cancelled' };
        const { changed, open } = result;
        if (open) await host.navigate(open.table, open.id);
        return changed.length > 0 ? { kind: 'done', ids: changed, isLeft: open !== null } : { kind: 'cancelled' };
    });
}
