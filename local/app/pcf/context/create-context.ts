/**
 * The context of a code component (Microsoft Learn, "Context"). Requests, navigation and metadata are those of the
 * Client API, so that a component and a script see the same.
 */
import type { Platform } from '../../platform/types';
import { namespace, notSupportedHere } from '../../xrm/supported';
import type { LoadedComponent } from '../load-component';
import type { ClientApi } from './client-api';
import { designLanguage } from './design-language';
import { createFormatting } from './formatting';
import type { HostPopupService } from './popup-service';
import { hasPrivilege } from './privileges';
import { createUserSettings } from './user-settings';

/** What stays the same while a component lives. */
export interface ContextParts {
    readonly platform: Platform;
    readonly component: LoadedComponent;
    readonly popups: HostPopupService;
    readonly requestRender: () => void;
    readonly trackContainerResize: (track: boolean) => void;
    readonly setControlState: (state: ComponentFramework.Dictionary) => void;
    readonly setFullScreen: (fullScreen: boolean) => void;
}

/** What may change from one `updateView` to the next. */
export interface ContextInputs {
    readonly parameters: Readonly<Record<string, unknown>>;
    readonly updatedProperties: readonly string[];
    readonly label: string;
    readonly disabled: boolean;
    readonly visible: boolean;
    /** In pixels; −1 unless the component follows its container. */
    readonly allocatedWidth: number;
    readonly allocatedHeight: number;
    /** The page's row; undocumented, but there on the platform. */
    readonly contextInfo: {
        readonly entityTypeName: string;
        readonly entityId: string;
        readonly entityRecordName: string;
    };
}

export type ComponentContext = ComponentFramework.Context<Readonly<Record<string, unknown>>>;

/** @returns a function that makes the context for one call of the component */
export function createContextFactory(parts: ContextParts): (inputs: ContextInputs) => ComponentContext {
    const { platform, component } = parts;
    const { user } = platform.environment;
    const xrm = platform.xrm as ClientApi;
    const { name, manifest, strings, baseUrl } = component;
    const needs = <Members extends object>(feature: string, members: Members): Members =>
        manifest.features.has(feature) ? members : withoutFeature(members, feature, name);
    const constant = {
        client: {
            disableScroll: false,
            getFormFactor: () => 1,
            getClient: () => 'Web',
            isOffline: () => false,
            isNetworkAvailable: () => true,
        },
        device: createDevice(),
        events: namespace('context.events', {}),
        factory: { getPopupService: () => parts.popups, requestRender: parts.requestRender },
        formatting: createFormatting(user),
        navigation: xrm.Navigation,
        resources: {
            getString: (id: string) => strings.get(id) ?? id,
            getResource(id: string, success: (data: string) => void, failure: () => void) {
                readBase64(baseUrl + id).then(success, failure);
            },
        },
        userSettings: createUserSettings(user, xrm.Utility.getGlobalContext().userSettings.dateFormattingInfo),
        utils: needs('Utility', {
            getEntityMetadata: (table: string, columns?: string[]) => xrm.Utility.getEntityMetadata(table, columns),
            hasEntityPrivilege: (table: string, type: number, depth: number) => hasPrivilege(user, table, type, depth),
            lookupObjects: (options: ComponentFramework.UtilityApi.LookupOptions) => xrm.Utility.lookupObjects(options),
            loadDependency: (dependency: string) =>
                Promise.reject(notSupportedHere(`context.utils.loadDependency("${dependency}")`)),
        }),
        webAPI: needs('WebAPI', {
            createRecord: xrm.WebApi.createRecord,
            deleteRecord: xrm.WebApi.deleteRecord,
            updateRecord: xrm.WebApi.updateRecord,
            retrieveRecord: xrm.WebApi.retrieveRecord,
            retrieveMultipleRecords: xrm.WebApi.retrieveMultipleRecords,
        }),
        fluentDesignLanguage: designLanguage(user.theme),
    };
    return (inputs) => {
        const context = {
            ...constant,
            parameters: inputs.parameters,
            updatedProperties: [...inputs.updatedProperties],
            mode: {
                allocatedHeight: inputs.allocatedHeight,
                allocatedWidth: inputs.allocatedWidth,
                isControlDisabled: inputs.disabled,
                isVisible: inputs.visible,
                label: inputs.label,
                contextInfo: inputs.contextInfo,
                setControlState(state: ComponentFramework.Dictionary) {
                    parts.setControlState(state);
                    return true;
                },
                setFullScreen: parts.setFullScreen,
                trackContainerResize: parts.trackContainerResize,
            },
        };
        // `copilot` is left out: there is none here, and a component asks before it uses it.
        return context as unknown as ComponentContext;
    };
}

/** On the platform a feature that the manifest does not ask for is simply not there; a named error is easier to find. */
function withoutFeature<Members extends object>(members: Members, feature: string, component: string): Members {
    const refuse = (): never => {
        throw new Error(`${component} uses ${feature} without <uses-feature name="${feature}"> in its manifest.`);
    };
    return Object.fromEntries(Object.keys(members).map((name) => [name, refuse])) as Members;
}

function createDevice(): ComponentFramework.Device {
    const refuse = (member: string) => () => Promise.reject(notSupportedHere(`context.device.${member}`));
    return {
        captureAudio: refuse('captureAudio'),
        captureImage: refuse('captureImage'),
        captureVideo: refuse('captureVideo'),
        getBarcodeValue: refuse('getBarcodeValue'),
        getCurrentPosition: refuse('getCurrentPosition'),
        pickFile: refuse('pickFile'),
    };
}

/** Resources come as Base64 (Microsoft Learn, "getResource"). */
async function readBase64(address: string): Promise<string> {
    const response = await fetch(address, { credentials: 'same-origin' });
    if (!response.ok) throw new Error(`${address} could not be loaded: ${response.status}.`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
