/** Only an asynchronous OnSave handler may wait, and the types tell those apart. */
export type SaveArguments = Xrm.Events.SaveEventArguments & Partial<Xrm.Events.SaveEventArgumentsAsync>;

/**
 * Lets a save wait for an answer. Whoever waits can stop the save by a rejected promise only, and has to say so before
 * (Microsoft Learn, "preventDefaultOnError (Client API reference)"). To be called before the handler has waited for
 * anything.
 * @param answer whether the save may go on
 * @returns what the handler has to return
 */
export async function waitBeforeSave(args: SaveArguments, answer: Promise<boolean>): Promise<void> {
    args.preventDefaultOnError?.();
    if (!(await answer)) throw new Error('Lead Lifecycle: the save was stopped, as the form has said.');
}
