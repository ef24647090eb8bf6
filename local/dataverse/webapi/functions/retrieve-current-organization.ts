import { DataverseError, ErrorCode } from '../../errors';
import type { MessageDefinition } from '../../pipeline/types';
import { PLATFORM_VERSION } from './retrieve-version';

/** RetrieveCurrentOrganization (Microsoft Learn, "RetrieveCurrentOrganization Function"). */
export const retrieveCurrentOrganization: MessageDefinition = {
    name: 'RetrieveCurrentOrganization',
    kind: 'function',
    parameters: [{ name: 'AccessType', type: 'Edm.String', optional: true }],
    returns: { type: 'mscrm.RetrieveCurrentOrganizationResponse' },
    run: ({ store }) => {
        const row = store
            .prepare<{ id: string; name: string }>('SELECT organizationid AS id, name FROM organization LIMIT 1')
            .get();
        if (!row) throw new DataverseError(ErrorCode.Unexpected, 'The environment has no organization row.', 500);
        return {
            Detail: {
                OrganizationId: row.id,
                FriendlyName: row.name,
                OrganizationVersion: PLATFORM_VERSION,
                EnvironmentId: row.id,
                DatacenterId: '00000000-0000-0000-0000-000000000000',
                Geo: '',
                TenantId: '00000000-0000-0000-0000-000000000000',
                UrlName: 'local',
                UniqueName: 'local',
                State: 'Enabled',
                Endpoints: { Count: 0, IsReadOnly: false, Keys: [], Values: [] },
            },
        };
    },
};
