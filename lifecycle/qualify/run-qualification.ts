import type { DialogHost } from '../commands/dialog-host';
import type { QualificationChoices, QualificationIds } from './qualification-choices';
import type { QualificationInput } from './qualification-input';
import type { QualificationOutcome } from './qualification-outcome';

export interface RunOptions {
    /** The same for every run of one dialog, so that running again cannot create anything twice. */
    readonly ids: QualificationIds;
    /** Whether duplicate rules may refuse what is created; they may unless the seller has been asked. */
    readonly detectDuplicates: boolean;
}

/** Qualifies a lead in one change set, which succeeds as a whole or leaves nothing. Never throws. */
export async function runQualification(
    host: DialogHost,
    input: QualificationInput,
    choices: QualificationChoices,
    options: RunOptions,
): Promise<QualificationOutcome> {
    host.report([input, choices, options]);
    throw new Error('Running a qualification is not built yet.');
}
