import { DataverseError, ErrorCode } from '../../errors';
import { timeZoneNamed } from '../../formatting/time-zones';
import type { MessageDefinition } from '../../pipeline/types';

/** GetTimeZoneCodeByLocalizedName (Microsoft Learn, function of the same name); names are known in English only. */
export const getTimeZoneCodeByLocalizedName: MessageDefinition = {
    name: 'GetTimeZoneCodeByLocalizedName',
    kind: 'function',
    parameters: [
        { name: 'LocalizedStandardName', type: 'Edm.String', optional: false },
        { name: 'LocaleId', type: 'Edm.Int32', optional: false },
    ],
    returns: { type: 'mscrm.GetTimeZoneCodeByLocalizedNameResponse' },
    run: (_organization, { LocalizedStandardName: name }) => {
        const zone = timeZoneNamed(String(name));
        if (!zone) {
            throw new DataverseError(
                ErrorCode.ObjectDoesNotExist,
                `There is no time zone named '${String(name)}'.`,
                404,
            );
        }
        return { TimeZoneCode: zone.code };
    },
};
