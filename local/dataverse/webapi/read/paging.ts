/**
 * Links to next pages. Microsoft Learn, "Page results using OData" and "Page results using FetchXml": a cookie in a
 * cookie, percent-encoded twice.
 */
import type { Call } from '../host';

const PAGE_NUMBER = /pagenumber="(\d+)"/;

/** Page that a `$skiptoken` leads to; 1 without one. */
export function pageOf(skipToken: string | undefined): number {
    if (skipToken === undefined) return 1;
    const page = Number(PAGE_NUMBER.exec(skipToken)?.[1] ?? 1);
    return Math.max(page, 1);
}

/** `<cookie pagenumber="2" pagingcookie="%253ccookie…" istracking="False" />` */
export function pagingToken(nextPage: number, cookie: string): string {
    const twice = encodeURIComponent(encodeURIComponent(cookie));
    return `<cookie pagenumber="${nextPage}" pagingcookie="${twice}" istracking="False" />`;
}

/** The request's own address with the token of the next page. */
export function nextLink(call: Call, token: string): string {
    const withoutToken = call.relativeUrl.replace(/([?&])(?:\$|%24)skiptoken=[^&]*&?/i, '$1').replace(/[?&]$/, '');
    const separator = withoutToken.includes('?') ? '&' : '?';
    return `${call.serviceRoot}${withoutToken}${separator}$skiptoken=${encodeURIComponent(token)}`;
}
