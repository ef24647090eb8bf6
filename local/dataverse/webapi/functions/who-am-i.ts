import { DataverseError, ErrorCode } from '../../errors';
import type { MessageDefinition } from '../../pipeline/types';

/** WhoAmI (Microsoft Learn, "WhoAmI Function"). */
export const whoAmI: MessageDefinition = {
    name: 'WhoAmI',
    kind: 'function',
    parameters: [],
    returns: { type: 'mscrm.WhoAmIResponse' },
    run: ({ store }, _parameters, { userId }) => {
        const row = store
            .prepare<{ businessUnitId: string; organizationId: string }>(
                `SELECT businessunitid AS businessUnitId, (SELECT organizationid FROM organization LIMIT 1) AS organizationId
                 FROM systemuser WHERE systemuserid = ?`,
            )
            .get(userId);
        if (!row)
            throw new DataverseError(ErrorCode.ObjectDoesNotExist, `systemuser With Id = ${userId} Does Not Exist`);
        return { BusinessUnitId: row.businessUnitId, UserId: userId, OrganizationId: row.organizationId };
    },
};
