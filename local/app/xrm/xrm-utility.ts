/**
 * `Xrm.Utility` (Microsoft Learn, "Xrm.Utility (Client API reference)").
 */
import type { ShellPlatform } from '../platform/create-platform';
import { bracedId } from '../platform/guid';
import { entityMetadata } from './entity-metadata';
import { lookupRows } from './lookup-rows';
import type { ResourceStrings } from './resource-strings';
import { namespace } from './supported';

interface LookupOptions {
    readonly entityTypes?: readonly string[];
    readonly defaultEntityType?: string;
    readonly allowMultiSelect?: boolean;
    readonly searchText?: string;
    readonly filters?: readonly { readonly entityLogicalName: string; readonly filterXml: string }[];
}

export function createXrmUtility(
    platform: ShellPlatform,
    globalContext: object,
    resourceStrings: ResourceStrings,
): object {
    const { dialogs, navigation } = platform;
    return namespace('Xrm.Utility', {
        getGlobalContext: () => globalContext,
        async getEntityMetadata(table: string, columns?: readonly string[]): Promise<object> {
            return entityMetadata(await platform.table(table), columns);
        },
        getEntitySetName: async (table: string): Promise<string> => (await platform.table(table)).entitySetName,
        /** Without transitions of its own a table lets a row move to every other status reason. */
        async getAllowedStatusTransitions(table: string, status: number): Promise<readonly number[]> {
            const options = (await platform.table(table)).columns.statuscode?.options ?? [];
            return options.map((option) => option.value).filter((value) => value !== status);
        },
        getResourceString: (webResourceName: string, key: string) => resourceStrings.get(webResourceName, key),
        async lookupObjects(options: LookupOptions): Promise<readonly object[]> {
            const tables = options.entityTypes ?? (options.defaultEntityType ? [options.defaultEntityType] : []);
            const first = options.defaultEntityType;
            const rows = await lookupRows(platform, {
                tables: first ? [first, ...tables.filter((table) => table !== first)] : tables,
                multiple: options.allowMultiSelect === true,
                ...(options.searchText ? { searchText: options.searchText } : {}),
                ...(options.filters
                    ? {
                          filters: options.filters.map((one) => ({
                              table: one.entityLogicalName,
                              filterXml: one.filterXml,
                          })),
                      }
                    : {}),
            });
            return rows.map((row) => ({ ...row, id: bracedId(row.id) }));
        },
        refreshParentGrid: () => undefined,
        showProgressIndicator: (message: string) => dialogs.showProgress(message),
        closeProgressIndicator: () => dialogs.closeProgress(),
        getPageContext: () => ({ input: pageInput(navigation.route) }),
        alertDialog: (text: string, callback?: () => void) => void dialogs.alert({ text }).then(callback),
        confirmDialog: (text: string, yes?: () => void, no?: () => void) =>
            void dialogs.confirm({ text }).then((confirmed) => (confirmed ? yes?.() : no?.())),
        isActivityType: (table: string) => ACTIVITY_TABLES.has(table),
    });
}

const ACTIVITY_TABLES = new Set(['activitypointer', 'appointment', 'email', 'fax', 'letter', 'phonecall', 'task']);

function pageInput(route: ShellPlatform['navigation']['route']): object {
    switch (route.page) {
        case 'form':
            return {
                pageType: 'entityrecord',
                entityName: route.table,
                ...(route.id ? { entityId: route.id } : {}),
                ...(route.formId ? { formId: route.formId } : {}),
            };
        case 'list':
            return {
                pageType: 'entitylist',
                entityName: route.table,
                ...(route.viewId ? { viewId: route.viewId } : {}),
            };
        case 'webresource':
            return {
                pageType: 'webresource',
                webresourceName: route.name,
                ...(route.data ? { data: route.data } : {}),
            };
        case 'apps':
            return { pageType: 'dashboard' };
    }
}
