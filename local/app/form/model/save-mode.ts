/** Why a form is saved: `getSaveMode()` of the OnSave event (Microsoft Learn, "getSaveMode (Client API reference)"). */
export const SaveMode = {
    Save: 1,
    SaveAndClose: 2,
    Deactivate: 5,
    Reactivate: 6,
    Send: 7,
    Disqualify: 15,
    Qualify: 16,
    Assign: 47,
    SaveAsCompleted: 58,
    SaveAndNew: 59,
    AutoSave: 70,
} as const;

export type SaveMode = (typeof SaveMode)[keyof typeof SaveMode];

/** @throws Error that names the number when it is no save mode */
export function saveModeOf(value: number): SaveMode {
    const mode = Object.values(SaveMode).find((candidate) => candidate === value);
    if (mode === undefined) {
        throw new Error(`save: ${value} is not a save mode; use one of ${Object.values(SaveMode).join(', ')}.`);
    }
    return mode;
}
