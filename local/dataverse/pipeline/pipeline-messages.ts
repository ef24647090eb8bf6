/** The pipeline's own messages: all but Create, Update, Delete, Retrieve, Associate and Disassociate. */
import { createMultiple } from './messages/create-multiple';
import { grantAccess } from './messages/grant-access';
import { initializeFrom } from './messages/initialize-from';
import { loseOpportunity } from './messages/lose-opportunity';
import { merge } from './messages/merge';
import { modifyAccess } from './messages/modify-access';
import { publishDuplicateRule } from './messages/publish-duplicate-rule';
import { qualifyLead } from './messages/qualify-lead';
import { retrieveDuplicates } from './messages/retrieve-duplicates';
import { retrievePrincipalAccess } from './messages/retrieve-principal-access';
import { retrieveProcessInstances } from './messages/retrieve-process-instances';
import { revokeAccess } from './messages/revoke-access';
import { updateMultiple } from './messages/update-multiple';
import { upsertMultiple } from './messages/upsert-multiple';
import { winOpportunity } from './messages/win-opportunity';
import type { Pipeline } from './pipeline';
import type { MessageDefinition } from './types';

export function pipelineMessages(pipeline: Pipeline): readonly MessageDefinition[] {
    return [
        createMultiple,
        grantAccess,
        initializeFrom,
        loseOpportunity(pipeline),
        merge,
        modifyAccess,
        publishDuplicateRule(pipeline),
        qualifyLead(pipeline),
        retrieveDuplicates,
        retrievePrincipalAccess,
        retrieveProcessInstances,
        revokeAccess,
        updateMultiple,
        upsertMultiple,
        winOpportunity(pipeline),
    ];
}
