/** `context.userSettings` (Microsoft Learn, "UserSettings"). */
import type { ClientUser } from '../../../dataverse/client/types';
import { zoneOffset } from '../../platform/format/user-time';
import { bracedId } from '../../platform/guid';

export function createUserSettings(user: ClientUser, dateFormattingInfo: object): ComponentFramework.UserSettings {
    return {
        dateFormattingInfo: withLowerCaseNames(
            dateFormattingInfo,
        ) as ComponentFramework.UserSettingApi.DateFormattingInfo,
        isRTL: false,
        languageId: user.language,
        numberFormattingInfo: numberFormattingInfo(user),
        securityRoles: user.roles.map(({ id }) => id),
        userId: bracedId(user.id),
        userName: user.fullName,
        getTimeZoneOffsetMinutes: (date = new Date()) => zoneOffset(date, user.timeZone),
    };
}

/** The Client API writes `ShortDatePattern`, the component framework `shortDatePattern`. */
function withLowerCaseNames(info: object): object {
    return Object.fromEntries(
        Object.entries(info).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value as unknown]),
    );
}

/** As .NET describes the writing of numbers. */
function numberFormattingInfo(user: ClientUser): ComponentFramework.UserSettingApi.NumberFormattingInfo {
    const parts = new Intl.NumberFormat(user.locale, { minimumFractionDigits: 2 }).formatToParts(-1_234_567.89);
    const part = (type: Intl.NumberFormatPartTypes, otherwise: string): string =>
        parts.find((one) => one.type === type)?.value ?? otherwise;
    const decimal = part('decimal', '.');
    const group = part('group', ',');
    const symbolFirst =
        new Intl.NumberFormat(user.locale, { style: 'currency', currency: 'EUR' }).formatToParts(1)[0]?.type ===
        'currency';
    return {
        currencyDecimalDigits: 2,
        currencyDecimalSeparator: decimal,
        currencyGroupSeparator: group,
        currencyGroupSizes: [3],
        currencyNegativePattern: symbolFirst ? 1 : 8,
        currencyPositivePattern: symbolFirst ? 0 : 3,
        currencySymbol: user.currency.symbol,
        nanSymbol: 'NaN',
        nativeDigits: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
        negativeInfinitySymbol: '-∞',
        negativeSign: part('minusSign', '-'),
        numberDecimalDigits: 2,
        numberDecimalSeparator: decimal,
        numberGroupSeparator: group,
        numberGroupSizes: [3],
        numberNegativePattern: 1,
        perMilleSymbol: '‰',
        percentDecimalDigits: 2,
        percentDecimalSeparator: decimal,
        percentGroupSeparator: group,
        percentGroupSizes: [3],
        percentNegativePattern: 1,
        percentPositivePattern: 1,
        percentSymbol: '%',
        positiveInfinitySymbol: '∞',
        positiveSign: '+',
    };
}
