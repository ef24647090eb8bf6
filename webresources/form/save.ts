/**
 * Writes what the user has typed.
 * @returns false when it was not saved. The platform has said why, or a handler that prevented the save has: what the
 * promise then rejects with (client error 2200000005 among others) is nothing to tell a second time.
 */
export async function saveQuietly(form: Xrm.FormContext): Promise<boolean> {
    if (!form.data.getIsDirty()) return true;
    try {
        await form.data.save();
        return true;
    } catch {
        return false;
    }
}
