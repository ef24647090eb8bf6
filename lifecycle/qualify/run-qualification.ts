import { inOrder, type Change } from '../change-sets/in-order';
import { runChangeSets } from '../change-sets/run-change-sets';
import type { DialogHost } from '../commands/dialog-host';
import { isUnclear, outcomeOf } from './outcome-of';
import type { QualificationChoices } from './qualification-choices';
import type { QualificationInput } from './qualification-input';
import type { QualificationConflict, QualificationDone, QualificationOutcome } from './qualification-outcome';
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
    const change: Change = { id: input.leadId, writes: qualificationWrites(input, choices, options) };
    const results = await runChangeSets<Change, QualificationConflict>(host, [change], {
        schedule: inOrder(1),
        batchesAtOnce: 1,
        inspect: async () => [await whatBecame(host, input, choices, options.ids)],
        isUnclear,
    });
    return outcomeOf(results.get(input.leadId) ?? { kind: 'unknown' }, done(choices, options));
}

function done(choices: QualificationChoices, { ids }: WriteOptions): QualificationDone {
    return {
        kind: 'done',
        opportunityId: choices.opportunity === null ? null : ids.opportunity,
        accountId: idOfChoice(choices.account, ids.account),
        contactId: idOfChoice(choices.contact, ids.contact),
    };
}
