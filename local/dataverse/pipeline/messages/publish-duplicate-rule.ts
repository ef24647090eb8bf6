import { DataverseError, ErrorCode } from '../../errors';
import { checkNamedPrivilege } from '../../security/check';
import type { Pipeline } from '../pipeline';
import { isReference } from '../row-storage';
import type { MessageDefinition } from '../types';

/** State and status of a published duplicaterule (Microsoft Learn, "DuplicateRule table reference"). */
const PUBLISHED = { statecode: 1, statuscode: 2 };
/** State, status and kind of the asyncoperation (Microsoft Learn, "AsyncOperation table reference"). */
const SUCCEEDED = { statecode: 3, statuscode: 30 };
const DUPLICATE_RULE_PUBLISH = 7;

/**
 * PublishDuplicateRule (Microsoft Learn, "PublishDuplicateRule Action"): answers the job that publishes. Rules are
 * looked up row by row here, so there are no match codes to make and the job is done before the answer.
 */
export const publishDuplicateRule = ({ core }: Pipeline): MessageDefinition => ({
    name: 'PublishDuplicateRule',
    kind: 'action',
    boundTo: 'duplicaterule',
    parameters: [],
    returns: { type: 'mscrm.asyncoperation' },
    run: (organization, { entity }, context) => {
        if (!isReference(entity)) {
            throw new DataverseError(ErrorCode.InvalidArgument, 'PublishDuplicateRule is called on a duplicate rule.');
        }
        checkNamedPrivilege(organization, 'prvPublishDuplicateRule', context);
        const job = organization.transaction(() => {
            core.update('duplicaterule', entity.id, PUBLISHED, context, { asSystem: true });
            return core.create(
                'asyncoperation',
                {
                    name: 'Publish Duplicate Detection Rule',
                    operationtype: DUPLICATE_RULE_PUBLISH,
                    messagename: 'PublishDuplicateRule',
                    startedon: context.now,
                    completedon: context.now,
                    ...SUCCEEDED,
                },
                context,
                { asSystem: true },
            );
        });
        return { asyncoperationid: job, ...SUCCEEDED };
    },
});
