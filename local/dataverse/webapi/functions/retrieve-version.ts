import type { MessageDefinition } from '../../pipeline/types';

/** The version of Dataverse that this one follows. */
export const PLATFORM_VERSION = '9.2.24113.00182';

/** RetrieveVersion (Microsoft Learn, "RetrieveVersion Function"). */
export const retrieveVersion: MessageDefinition = {
    name: 'RetrieveVersion',
    kind: 'function',
    parameters: [],
    returns: { type: 'mscrm.RetrieveVersionResponse' },
    run: () => ({ Version: PLATFORM_VERSION }),
};
