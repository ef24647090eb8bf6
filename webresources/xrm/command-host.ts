import type { Host } from '../../lifecycle/commands/host';
import { openDialog } from './dialogs';
import { createFormHost } from './host';

/** Answers the flows of the commands with `Xrm`, dialogs included. */
export async function createHost(): Promise<Host> {
    const host = await createFormHost();
    return { ...host, openDialog: (dialog, input) => openDialog(host, dialog, input) };
}
