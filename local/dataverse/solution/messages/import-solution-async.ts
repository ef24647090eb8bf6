/**
 * ImportSolutionAsync and StageAndUpgradeAsync: answer the job that imports. Here the job runs to its end before the
 * answer, so whoever asks for the asyncoperation finds it completed; an import that fails shows there and in the
 * importjob, not in the answer.
 */
import { DataverseError } from '../../errors';
import type { MessageDefinition } from '../../pipeline/types';
import { writeSqlRow } from '../component-layers';
import type { ImportTarget } from '../import-solution';
import { importSolution } from '../import-solution';

import { customizationFile, IMPORT_PARAMETERS, importJobId, newId } from './import-solution';

const COMPLETED = 3;
const SUCCEEDED = 30;
const FAILED = 31;
/** asyncoperation.operationtype "Import Solution". */
const IMPORT_SOLUTION = 203;

export function importSolutionAsyncMessage(target: ImportTarget): MessageDefinition {
    return importInBackground(target, 'ImportSolutionAsync');
}

/**
 * StageAndUpgradeAsync (Microsoft Learn, "StageAndUpgradeAsync Action"): what the new version of a managed solution no
 * longer has goes. Every import of a managed solution replaces its former layer here, so both messages do the same.
 */
export function stageAndUpgradeAsyncMessage(target: ImportTarget): MessageDefinition {
    return importInBackground(target, 'StageAndUpgradeAsync');
}

function importInBackground(
    target: ImportTarget,
    name: 'ImportSolutionAsync' | 'StageAndUpgradeAsync',
): MessageDefinition {
    return {
        name,
        kind: 'action',
        parameters: [
            ...IMPORT_PARAMETERS,
            { name: 'ImportJobId', type: 'Edm.Guid', optional: true },
            { name: 'AsyncRibbonProcessing', type: 'Edm.Boolean', optional: true },
        ],
        returns: { type: `mscrm.${name}Response` },
        run: (_organization, parameters, context) => {
            const jobId = importJobId(parameters) ?? newId();
            const operationId = newId();
            let failure: unknown;
            try {
                importSolution(target, customizationFile(parameters), { importJobId: jobId }, context);
            } catch (error) {
                if (!(error instanceof DataverseError) || error.httpStatus === 403 || error.httpStatus === 501) {
                    throw error;
                }
                failure = error;
            }
            const message = failure instanceof DataverseError ? failure.message : null;
            writeSqlRow(
                { store: target.store, metadata: target.metadata, userId: context.userId, now: context.now },
                target.metadata.table('asyncoperation'),
                operationId,
                {
                    name: 'Import Solution',
                    operationtype: IMPORT_SOLUTION,
                    messagename: name,
                    statecode: COMPLETED,
                    statuscode: message === null ? SUCCEEDED : FAILED,
                    startedon: context.now,
                    completedon: context.now,
                    message,
                    friendlymessage: message,
                    errorcode: failure instanceof DataverseError ? failure.code | 0 : null,
                },
            );
            return { ImportJobKey: jobId, AsyncOperationId: operationId };
        },
    };
}
