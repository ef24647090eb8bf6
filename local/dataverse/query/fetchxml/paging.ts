/**
 * Pages and paging cookies. The cookie looks like the platform's; what counts here is its page number, since the
 * page is found by its position.
 */
import { booleanAttribute, numberAttribute } from './attributes';
import type { XmlElement } from './xml';

export interface Page {
    readonly count?: number;
    readonly page?: number;
}

export function readPage(fetch: XmlElement): Page {
    const count = numberAttribute(fetch, 'count');
    const page = numberAttribute(fetch, 'page');
    // Old views say mapping="logical" version="1.0" and the like; none of it changes the result.
    booleanAttribute(fetch, 'no-lock');
    return {
        ...(count === undefined || count === 0 ? {} : { count }),
        ...(page === undefined ? {} : { page: Math.max(page, 1) }),
    };
}

const escapeXml = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Values of the order columns in a page's first and last row. */
export interface CookieColumn {
    readonly name: string;
    readonly first: string;
    readonly last: string;
}

/** `<cookie page="1"><leadid last="{…}" first="{…}" /></cookie>` */
export function writeCookie(page: number, columns: readonly CookieColumn[]): string {
    const inner = columns
        .map(({ name, first, last }) => `<${name} last="${escapeXml(last)}" first="${escapeXml(first)}" />`)
        .join('');
    return `<cookie page="${page}">${inner}</cookie>`;
}
