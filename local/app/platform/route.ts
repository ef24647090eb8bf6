/**
 * Addresses of the app, as Dynamics 365 has them (Microsoft Learn, "Open apps, forms, views, dialogs, and reports
 * with a URL"), and back.
 */
import type { Route } from './types';
import { plainId } from './guid';

const PAGE = '/main.aspx';

/** The address of a route: path and query. */
export function addressOf(route: Route): string {
    switch (route.page) {
        case 'apps':
            return '/';
        case 'list':
            return address(route.app, 'entitylist', { etn: route.table, viewid: route.viewId });
        case 'form':
            return address(route.app, 'entityrecord', {
                etn: route.table,
                id: route.id,
                formid: route.formId,
                processInstanceId: route.processInstanceId,
                extraqs: route.parameters ? writeParameters(route.parameters) : undefined,
            });
        case 'webresource':
            return address(route.app, 'webresource', { webresourceName: route.name, data: route.data });
    }
}

/** The route of an address; undefined when it names an app without a page (then the app's first page is meant). */
export function routeOf(pathAndQuery: string): Route | { readonly page: 'default'; readonly app: string } {
    const query = new URLSearchParams(pathAndQuery.slice(pathAndQuery.indexOf('?') + 1 || pathAndQuery.length + 1));
    const app = query.get('appid') ?? query.get('appname');
    if (!app) {
        return { page: 'apps' };
    }
    const table = query.get('etn');
    const pageType = query.get('pagetype')?.toLowerCase();
    const viewId = query.get('viewid');
    const id = query.get('id');
    if (pageType === 'entitylist' && table) {
        return { page: 'list', app, table, ...(viewId ? { viewId: plainId(viewId) } : {}) };
    }
    if (pageType === 'entityrecord' && table) {
        const formId = query.get('formid');
        const processInstanceId = query.get('processInstanceId');
        const parameters = query.get('extraqs');
        return {
            page: 'form',
            app,
            table,
            ...(id ? { id: plainId(id) } : {}),
            ...(formId ? { formId: plainId(formId) } : {}),
            ...(processInstanceId ? { processInstanceId: plainId(processInstanceId) } : {}),
            ...(parameters ? { parameters: readParameters(parameters) } : {}),
        };
    }
    const name = query.get('webresourceName');
    if (pageType === 'webresource' && name) {
        const data = query.get('data');
        return { page: 'webresource', app, name, ...(data === null ? {} : { data }) };
    }
    return { page: 'default', app };
}

function address(app: string, pageType: string, parts: Readonly<Record<string, string | undefined>>): string {
    const query = new URLSearchParams({ appid: app, pagetype: pageType });
    for (const [name, value] of Object.entries(parts)) {
        if (value !== undefined) {
            query.set(name, value);
        }
    }
    return `${PAGE}?${query.toString()}`;
}

/** Values that are not text travel as JSON, marked so that text which looks like JSON stays text. */
const JSON_MARK = 'json:';

function writeParameters(parameters: Readonly<Record<string, unknown>>): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parameters)) {
        if (value !== undefined) {
            query.set(name, typeof value === 'string' ? value : JSON_MARK + JSON.stringify(value));
        }
    }
    return query.toString();
}

function readParameters(text: string): Record<string, unknown> {
    const entries = [...new URLSearchParams(text)].map(([name, value]): [string, unknown] => [
        name,
        value.startsWith(JSON_MARK) ? (JSON.parse(value.slice(JSON_MARK.length)) as unknown) : value,
    ]);
    // Not by assignment: the name comes from an address and may be `__proto__`.
    return Object.fromEntries(entries);
}
