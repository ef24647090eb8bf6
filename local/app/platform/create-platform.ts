/**
 * Puts the platform together: one object that the pages, the command bar and the Client API share.
 */
import type { ClientApp, ClientEnvironment } from '../../dataverse/client/types';
import { createDialogs, type DialogStore } from '../dialogs/dialog-store';
import { createXrm } from '../xrm/create-xrm';
import { createResourceStrings } from '../xrm/resource-strings';
import type { ClientMetadata } from './client-metadata';
import { createNavigation } from './navigation';
import { createNotifications, type NotificationStore } from './notifications';
import { createScripts } from './scripts';
import type { Platform, Route, Texts } from './types';
import { createWebApi, type Fetch, type RawWebApi } from './web-api';

/** The platform with what only the shell and the Client API use of it. */
export interface ShellPlatform extends Platform {
    readonly webApi: RawWebApi;
    readonly dialogs: DialogStore;
    readonly notifications: NotificationStore;
}

export interface PlatformParts {
    readonly environment: ClientEnvironment;
    readonly app: ClientApp;
    readonly metadata: Pick<ClientMetadata, 'table'>;
    readonly texts: Texts;
    readonly fetch: Fetch;
    readonly window: Window;
}

export function createPlatform(parts: PlatformParts): ShellPlatform {
    const { environment, app, metadata, texts, fetch, window } = parts;
    const resourceStrings = createResourceStrings(fetch, environment.user.language);
    const platform = {
        environment,
        app,
        table: metadata.table,
        webApi: createWebApi(fetch, async (table) => (await metadata.table(table)).entitySetName),
        navigation: createNavigation(window, defaultRoute(app)),
        dialogs: createDialogs(),
        notifications: createNotifications(),
        scripts: createScripts(window, (name) => resourceStrings.preloadFor(name)),
        texts,
        xrm: undefined as unknown,
    };
    platform.xrm = createXrm({ platform, resourceStrings, window });
    return platform;
}

/** The page an app opens with: the first page of its site map. */
export function defaultRoute(app: ClientApp): Route {
    for (const area of app.areas) {
        for (const group of area.groups) {
            for (const subArea of group.subAreas) {
                const route = subAreaRoute(app, subArea);
                if (route) {
                    return route;
                }
            }
        }
    }
    return { page: 'apps' };
}

/** The page behind an entry of the site map; undefined when it leads out of the app. */
export function subAreaRoute(
    app: ClientApp,
    subArea: ClientApp['areas'][number]['groups'][number]['subAreas'][number],
): Route | undefined {
    if (subArea.table) {
        return { page: 'list', app: app.id, table: subArea.table };
    }
    const webResource =
        /^\$webresource:(.+)$/i.exec(subArea.url ?? '')?.[1] ?? /^\/?WebResources\/(.+)$/i.exec(subArea.url ?? '')?.[1];
    return webResource ? { page: 'webresource', app: app.id, name: webResource } : undefined;
}
