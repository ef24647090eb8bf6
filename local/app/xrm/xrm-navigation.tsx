/**
 * `Xrm.Navigation` (Microsoft Learn, "Xrm.Navigation (Client API reference)").
 */
import type { ShellPlatform } from '../platform/create-platform';
import { plainId } from '../platform/guid';
import { addressOf } from '../platform/route';
import { webResourceAddress } from '../platform/scripts';
import type { DialogFrame, Dialogs, Route } from '../platform/types';
import { WebResourceFrame, type WebResourceFrameProps } from '../dialogs/WebResourceFrame';
import { RouteDialog, type RouteDialogResult } from '../shell/RouteDialog';
import { namespace, notSupportedHere } from './supported';

interface PageInput {
    readonly pageType: string;
    readonly entityName?: string;
    readonly entityId?: string;
    readonly formId?: string;
    readonly processInstanceId?: string;
    readonly viewId?: string;
    readonly webresourceName?: string;
    readonly data?: unknown;
    readonly createFromEntity?: EntityReference;
}

interface NavigationOptions {
    readonly target?: 1 | 2;
    readonly position?: 1 | 2;
    readonly width?: DialogFrame['width'];
    readonly height?: DialogFrame['height'];
    readonly title?: string;
}

interface EntityReference {
    readonly entityType: string;
    readonly id: string;
    readonly name?: string;
}

interface EntityFormOptions {
    readonly entityName?: string;
    readonly entityId?: string;
    readonly formId?: string;
    readonly processInstanceId?: string;
    readonly useQuickCreateForm?: boolean;
    readonly openInNewWindow?: boolean;
    readonly createFromEntity?: EntityReference;
    readonly width?: number;
    readonly height?: number;
}

type ErrorOptions = { readonly message?: string; readonly details?: string; readonly errorCode?: number };

export function createXrmNavigation(platform: ShellPlatform, window: Window): object {
    const { dialogs, navigation, app } = platform;

    const formRoute = async (page: {
        readonly table: string;
        readonly id?: string | undefined;
        readonly formId?: string | undefined;
        readonly processInstanceId?: string | undefined;
        readonly parameters?: Readonly<Record<string, unknown>> | undefined;
        readonly createFromEntity?: EntityReference | undefined;
    }): Promise<Extract<Route, { page: 'form' }>> => {
        const from = page.createFromEntity && !page.id ? await valuesFrom(page.table, page.createFromEntity) : {};
        const parameters = { ...from, ...page.parameters };
        return {
            page: 'form',
            app: app.id,
            table: page.table,
            ...(page.id ? { id: plainId(page.id) } : {}),
            ...(page.formId ? { formId: plainId(page.formId) } : {}),
            ...(page.processInstanceId ? { processInstanceId: plainId(page.processInstanceId) } : {}),
            ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
        };
    };

    /** A new row starts linked to the row it is made from. */
    const valuesFrom = async (table: string, from: EntityReference): Promise<Record<string, unknown>> => {
        const relationships = (await platform.table(table)).manyToOne.filter(
            (one) => one.referencedTable === from.entityType,
        );
        const lookup = relationships[0]?.referencingColumn;
        return lookup ? { [lookup]: [{ id: from.id, entityType: from.entityType, name: from.name ?? '' }] } : {};
    };

    const routeOfPage = async (page: PageInput): Promise<Route> => {
        switch (page.pageType) {
            case 'entityrecord':
                return formRoute({
                    table: required(page.entityName, 'entityName'),
                    id: page.entityId,
                    formId: page.formId,
                    processInstanceId: page.processInstanceId,
                    parameters: page.data as Record<string, unknown> | undefined,
                    createFromEntity: page.createFromEntity,
                });
            case 'entitylist':
                return {
                    page: 'list',
                    app: app.id,
                    table: required(page.entityName, 'entityName'),
                    ...(page.viewId ? { viewId: plainId(page.viewId) } : {}),
                };
            case 'webresource':
                return {
                    page: 'webresource',
                    app: app.id,
                    name: required(page.webresourceName, 'webresourceName'),
                    ...(page.data === undefined ? {} : { data: String(page.data) }),
                };
            default:
                throw notSupportedHere(`Xrm.Navigation.navigateTo with pageType "${page.pageType}"`);
        }
    };

    const navigateTo = async (page: PageInput, options: NavigationOptions = {}): Promise<object | undefined> => {
        const route = await routeOfPage(page);
        if (options.target !== 2 || route.page === 'apps') {
            await navigation.go(route);
            return undefined;
        }
        const position = options.position ?? 1;
        const frame: DialogFrame = {
            title: options.title ?? (await titleOf(route)),
            position,
            width:
                options.width ?? (position === 2 ? 480 : route.page === 'webresource' ? 600 : { value: 80, unit: '%' }),
            height: options.height ?? { value: route.page === 'webresource' ? 70 : 80, unit: '%' },
            flush: true,
        };
        if (route.page === 'webresource') {
            const returnValue = await dialogs.open<unknown, Omit<WebResourceFrameProps, 'close'>>(
                WebResourceFrame,
                { name: route.name, title: frame.title, ...(route.data === undefined ? {} : { data: route.data }) },
                frame,
            );
            return { returnValue };
        }
        const result = await dialogs.open<RouteDialogResult, { platform: ShellPlatform; route: typeof route }>(
            RouteDialog,
            { platform, route },
            frame,
        );
        return result ?? {};
    };

    const titleOf = async (route: Route): Promise<string> => {
        switch (route.page) {
            case 'form':
                return (await platform.table(route.table)).displayName;
            case 'list':
                return (await platform.table(route.table)).displayCollectionName;
            case 'webresource':
            case 'apps':
                return app.name;
        }
    };

    return namespace('Xrm.Navigation', {
        navigateTo,
        async openForm(options: EntityFormOptions, parameters?: Record<string, unknown>): Promise<object> {
            const table = required(options.entityName, 'entityName');
            const route = await formRoute({
                table,
                id: options.entityId,
                formId: options.formId,
                processInstanceId: options.processInstanceId,
                parameters,
                createFromEntity: options.createFromEntity,
            });
            if (options.useQuickCreateForm && !options.entityId) {
                const { openQuickCreate } = await import('../form');
                return (
                    (await openQuickCreate(platform, table, route.parameters ?? {})) ?? { savedEntityReference: null }
                );
            }
            if (options.openInNewWindow) {
                window.open(addressOf(route), '_blank');
                return {};
            }
            await navigation.go(route);
            return {};
        },
        async openAlertDialog(strings: Parameters<Dialogs['alert']>[0]): Promise<object> {
            await dialogs.alert({ ...strings, text: String(strings.text) });
            return {};
        },
        async openConfirmDialog(strings: Parameters<Dialogs['confirm']>[0]): Promise<object> {
            return { confirmed: await dialogs.confirm({ ...strings, text: String(strings.text) }) };
        },
        async openErrorDialog(options: ErrorOptions): Promise<object> {
            await dialogs.error({
                message: options.message ?? platform.texts('xrm.error'),
                ...(options.details ? { details: options.details } : {}),
                ...(options.errorCode === undefined ? {} : { errorCode: options.errorCode }),
            });
            return {};
        },
        openUrl(address: string) {
            window.open(address, '_blank', 'noopener');
        },
        openFile(file: {
            readonly fileContent: string;
            readonly fileName: string;
            readonly mimeType: string;
        }): Promise<void> {
            const link = window.document.createElement('a');
            link.href = `data:${file.mimeType};base64,${file.fileContent}`;
            link.download = file.fileName;
            link.click();
            return Promise.resolve();
        },
        openWebResource(name: string, options?: { readonly openInNewWindow?: boolean }, data?: string) {
            if (options?.openInNewWindow === false) {
                void navigation.go({ page: 'webresource', app: app.id, name, ...(data === undefined ? {} : { data }) });
            } else {
                window.open(
                    webResourceAddress(name) + (data === undefined ? '' : `?data=${encodeURIComponent(data)}`),
                    '_blank',
                );
            }
        },
    });
}

function required(value: string | undefined, name: string): string {
    if (!value) {
        throw new Error(`Xrm.Navigation: "${name}" is missing.`);
    }
    return value;
}
