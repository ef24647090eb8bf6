/** The functions that the Web API brings itself; the pipeline brings the messages that change rows. */
import type { MessageDefinition } from '../../pipeline/types';
import { formatAddress } from './format-address';
import { getTimeZoneCodeByLocalizedName } from './get-time-zone-code';
import { retrieveCurrentOrganization } from './retrieve-current-organization';
import { retrieveTotalRecordCount } from './retrieve-total-record-count';
import { retrieveUserPrivileges } from './retrieve-user-privileges';
import { retrieveVersion } from './retrieve-version';
import { whoAmI } from './who-am-i';

export const webApiFunctions: readonly MessageDefinition[] = [
    formatAddress,
    getTimeZoneCodeByLocalizedName,
    retrieveCurrentOrganization,
    retrieveTotalRecordCount,
    retrieveUserPrivileges,
    retrieveVersion,
    whoAmI,
];
