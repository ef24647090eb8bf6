/**
 * `Xrm.Utility.getGlobalContext()` (Microsoft Learn, "getGlobalContext (Client API reference)").
 */
import { bracedId } from '../platform/guid';
import { webResourceAddress } from '../platform/scripts';
import { zoneOffset } from '../platform/format/user-time';
import type { Platform } from '../platform/types';
import { dateFormattingInfo } from './date-formatting-info';
import { ItemCollection } from '../form/client-api/item-collection';
import { namespace, notSupportedHere } from './supported';

export function createGlobalContext(platform: Pick<Platform, 'environment' | 'app'>, window: Window): object {
    const { environment, app } = platform;
    const { user, organization } = environment;
    const origin = window.location.origin;
    const appUrl = `${origin}/main.aspx?appid=${app.id}`;
    const currency = (one: { readonly id: string; readonly code: string }): object => ({
        id: bracedId(one.id),
        entityType: 'transactioncurrency',
        name: one.code,
    });

    const roles = user.roles.map(({ id, name }) => ({ id, name, entityType: 'role' }));
    const userSettings = namespace('userSettings', {
        userId: bracedId(user.id),
        userName: user.fullName,
        languageId: user.language,
        isRTL: false,
        isHighContrastEnabled: false,
        isGuidedHelpEnabled: false,
        defaultDashboardId: null,
        roles: new ItemCollection(
            () => roles,
            (role) => role.id,
        ),
        securityRoles: user.roles.map((role) => role.id),
        securityRolePrivileges: Object.keys(user.privileges),
        getSecurityRolePrivilegesInfo: () => Promise.resolve(privilegesInfo(user.privileges)),
        transactionCurrency: currency(user.currency),
        transactionCurrencyId: bracedId(user.currency.id),
        dateFormattingInfo: dateFormattingInfo(user.locale),
        getTimeZoneOffsetMinutes: () => zoneOffset(new Date(), user.timeZone),
    });

    const organizationSettings = namespace('organizationSettings', {
        organizationId: bracedId(organization.id),
        uniqueName: organization.name,
        languageId: organization.baseLanguage,
        baseCurrency: currency(organization.baseCurrency),
        baseCurrencyId: bracedId(organization.baseCurrency.id),
        defaultCountryCode: '',
        isAutoSaveEnabled: true,
        isTrialOrganization: false,
        useSkypeProtocol: false,
        attributes: {},
        organizationGeo: '',
    });

    const client = namespace('client', {
        getClient: () => 'Web',
        getClientState: () => 'Online',
        getFormFactor: () => 1,
        isOffline: () => false,
        isNetworkAvailable: () => true,
    });

    return namespace('getGlobalContext()', {
        userSettings,
        organizationSettings,
        client,
        getClientUrl: () => origin,
        getVersion: () => organization.version,
        isOnPremises: () => false,
        getCurrentAppUrl: () => appUrl,
        getCurrentAppName: () => Promise.resolve(app.name),
        getCurrentAppProperties: () =>
            Promise.resolve({
                appId: app.id,
                displayName: app.name,
                uniqueName: app.uniqueName,
                url: appUrl,
                webResourceId: '',
                webResourceName: '',
                welcomePageId: '',
                welcomePageName: '',
            }),
        getCurrentAppSetting: () => null,
        getAdvancedConfigSetting(setting: string) {
            throw notSupportedHere(`getGlobalContext().getAdvancedConfigSetting("${setting}")`);
        },
        getWebResourceUrl: (name: string) => origin + webResourceAddress(name),
        prependOrgName: (path: string) => path,
        getQueryStringParameters: () => Object.fromEntries(new URLSearchParams(window.location.search)),
        // Scripts from before the two settings objects ask the context itself.
        getUserId: () => bracedId(user.id),
        getUserName: () => user.fullName,
        getUserLcid: () => user.language,
        getUserRoles: () => user.roles.map((role) => role.id),
        getOrgLcid: () => organization.baseLanguage,
        getOrgUniqueName: () => organization.name,
        getTimeZoneOffsetMinutes: () => zoneOffset(new Date(), user.timeZone),
    });
}

function privilegesInfo(privileges: Readonly<Record<string, number>>): object {
    return Object.fromEntries(
        Object.entries(privileges).map(([name, depth]) => [
            name,
            { id: name, privilegeName: name, depth, businessUnitId: '' },
        ]),
    );
}
