/**
 * The global `Xrm` that scripts see, without the form's own part (`Xrm.Page` is set by the form).
 */
import type { ShellPlatform } from '../platform/create-platform';
import { createGlobalContext } from './global-context';
import type { ResourceStrings } from './resource-strings';
import { namespace } from './supported';
import { createXrmApp } from './xrm-app';
import { xrmEncoding } from './xrm-encoding';
import { createXrmNavigation } from './xrm-navigation';
import { createXrmUtility } from './xrm-utility';
import { createXrmWebApi } from './xrm-web-api';

export interface XrmParts {
    readonly platform: ShellPlatform;
    readonly resourceStrings: ResourceStrings;
    readonly window: Window;
}

export function createXrm(parts: XrmParts): object {
    const { platform, resourceStrings, window } = parts;
    const globalContext = createGlobalContext(platform, window);
    const navigation = createXrmNavigation(platform, window);
    const { navigateTo } = navigation as { navigateTo: (page: object, options: object) => Promise<unknown> };
    // HTML web resources of old ask for the context by a global function.
    Object.assign(window, { GetGlobalContext: () => globalContext });
    return {
        WebApi: createXrmWebApi(platform),
        Navigation: navigation,
        Utility: createXrmUtility(platform, globalContext, resourceStrings),
        App: createXrmApp(platform, navigateTo),
        Encoding: xrmEncoding,
        Device: namespace('Xrm.Device', {}),
        Mobile: { offline: namespace('Xrm.Mobile.offline', {}) },
        Panel: namespace('Xrm.Panel', {}),
        Page: undefined as unknown,
    };
}
