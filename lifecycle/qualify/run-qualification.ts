import type { DialogHost } from '../commands/dialog-host';
import { ErrorCode } from '../web-api/error-code';
import { ConnectionLost, Refused, type Problem } from '../web-api/web-api';
import { saysChanged } from './changed-meanwhile';
import type { QualificationChoices } from './qualification-choices';
import type { QualificationInput } from './qualification-input';
import type { QualificationOutcome } from './qualification-outcome';
import { qualificationWrites, type WriteOptions } from './qualification-writes';
import { idOfChoice } from './record-choice';
import { whatBecame } from './what-became';

/**
 * Qualifies a lead in one change set, which succeeds as a whole or leaves nothing, and tells what is so in Dataverse.
 * Running it again with the same ids is safe whatever the outcome was.
 *
 * After `duplicates`, and the seller's consent, it is to be run again without their detection; after `conflict`,
 * everything is to be prepared anew.
 * @returns never rejects because of Dataverse or the connection to it
 */
export async function runQualification(
    host: Pick<DialogHost, 'webApi' | 'user' | 'report'>,
    input: QualificationInput,
    choices: QualificationChoices,
    options: WriteOptions,
): Promise<QualificationOutcome> {
    try {
        const [answer] = await host.webApi.write([qualificationWrites(input, choices, options)]);
        if (answer?.ok) return done(choices, options);
        if (answer) return await outcomeOf(host, answer.problem, input, choices, options);
    } catch (error) {
        host.report(error);
        if (error instanceof Refused) return { kind: 'refused', problem: error.problem };
        if (!(error instanceof ConnectionLost)) throw error;
    }
    const outcome = await lookUp(host, input, choices, options);
    return outcome === null ? { kind: 'unknown' } : (outcome.became ?? { kind: 'not-done' });
}

function done(choices: QualificationChoices, { ids }: WriteOptions): QualificationOutcome {
    return {
        kind: 'done',
        opportunityId: choices.opportunity === null ? null : ids.opportunity,
        accountId: idOfChoice(choices.account, ids.account),
        contactId: idOfChoice(choices.contact, ids.contact),
    };
}

async function outcomeOf(
    host: Pick<DialogHost, 'webApi' | 'user' | 'report'>,
    problem: Problem,
    input: QualificationInput,
    choices: QualificationChoices,
    options: WriteOptions,
): Promise<QualificationOutcome> {
    const isDuplicate = problem.code === ErrorCode.duplicateRecordsFound;
    if (!isDuplicate && !saysChanged(problem)) return { kind: 'refused', problem };
    // What a rule found may be what somebody else has made of this very lead, and then that is what is to be told.
    const outcome = await lookUp(host, input, choices, options);
    if (outcome?.became) return outcome.became;
    return isDuplicate ? { kind: 'duplicates', table: problem.duplicateTable ?? null } : { kind: 'refused', problem };
}

/** Null when it cannot be read. */
async function lookUp(
    host: Pick<DialogHost, 'webApi' | 'user' | 'report'>,
    input: QualificationInput,
    choices: QualificationChoices,
    options: WriteOptions,
): Promise<{ readonly became: QualificationOutcome | null } | null> {
    try {
        const became = await whatBecame(host, input, choices, options.ids);
        return { became: became === 'done' ? done(choices, options) : became };
    } catch (error) {
        host.report(error);
        return null;
    }
}
