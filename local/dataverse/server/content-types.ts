/** Content types by webresourcetype and by file ending. */

/** Microsoft Learn, "Web resource file types". */
const BY_WEB_RESOURCE_TYPE: ReadonlyMap<number, string> = new Map([
    [1, 'text/html; charset=utf-8'],
    [2, 'text/css; charset=utf-8'],
    [3, 'text/javascript; charset=utf-8'],
    [4, 'application/xml; charset=utf-8'],
    [5, 'image/png'],
    [6, 'image/jpeg'],
    [7, 'image/gif'],
    [8, 'application/x-silverlight-app'],
    [9, 'application/xml; charset=utf-8'],
    [10, 'image/x-icon'],
    [11, 'image/svg+xml'],
    [12, 'application/xml; charset=utf-8'],
]);

const BY_ENDING: ReadonlyMap<string, string> = new Map([
    ['html', 'text/html; charset=utf-8'],
    ['htm', 'text/html; charset=utf-8'],
    ['css', 'text/css; charset=utf-8'],
    ['js', 'text/javascript; charset=utf-8'],
    ['mjs', 'text/javascript; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
    ['map', 'application/json; charset=utf-8'],
    ['xml', 'application/xml; charset=utf-8'],
    ['resx', 'application/xml; charset=utf-8'],
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
    ['jpeg', 'image/jpeg'],
    ['gif', 'image/gif'],
    ['svg', 'image/svg+xml'],
    ['ico', 'image/x-icon'],
    ['woff', 'font/woff'],
    ['woff2', 'font/woff2'],
    ['txt', 'text/plain; charset=utf-8'],
]);

const BINARY = 'application/octet-stream';

export const webResourceContentType = (type: number | null): string => BY_WEB_RESOURCE_TYPE.get(type ?? 0) ?? BINARY;

export const fileContentType = (path: string): string =>
    BY_ENDING.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ?? BINARY;
