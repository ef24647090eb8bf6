/** What the message pipeline gets from this room. */
import type { MessageDefinition, PipelineStep } from '../pipeline/types';

import type { ImportTarget } from './import-solution';
import { deleteOptionValueMessage } from './messages/delete-option-value';
import { importSolutionMessage } from './messages/import-solution';
import { importSolutionAsyncMessage, stageAndUpgradeAsyncMessage } from './messages/import-solution-async';
import { insertOptionValueMessage } from './messages/insert-option-value';
import { insertStatusValueMessage } from './messages/insert-status-value';
import { unsupportedSolutionMessages } from './messages/not-supported';
import { orderOptionMessage } from './messages/order-option';
import { publishAllXmlMessage, publishXmlMessage } from './messages/publish';
import { retrieveApplicationRibbon, retrieveEntityRibbon } from './messages/retrieve-ribbon';
import { updateOptionValueMessage } from './messages/update-option-value';
import { uninstallSolution } from './uninstall-solution';

/**
 * The messages about solutions.
 * @param environment the one that the organization runs on: an import changes its metadata
 */
export function solutionMessages(environment: ImportTarget): readonly MessageDefinition[] {
    return [
        importSolutionMessage(environment),
        importSolutionAsyncMessage(environment),
        stageAndUpgradeAsyncMessage(environment),
        publishXmlMessage(environment),
        publishAllXmlMessage(environment),
        insertStatusValueMessage(environment),
        insertOptionValueMessage(environment),
        updateOptionValueMessage(environment),
        deleteOptionValueMessage(environment),
        orderOptionMessage(environment),
        retrieveEntityRibbon,
        retrieveApplicationRibbon,
        ...unsupportedSolutionMessages,
    ];
}

/** Deleting a `solution` row removes the solution. */
export function solutionSteps(environment: ImportTarget): readonly PipelineStep[] {
    return [
        {
            message: 'Delete',
            table: 'solution',
            stage: 'preOperation',
            run: (call) => uninstallSolution(environment, call.id, call.context),
        },
    ];
}
