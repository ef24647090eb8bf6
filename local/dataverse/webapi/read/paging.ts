/**
 * Links to next pages. Microsoft Learn, "Page results using OData" and "Page results using FetchXml": a cookie in a
 * cookie, percent-encoded twice.
 */
import { DataverseError, ErrorCode } from '../../errors';
import type { Call } from '../host';

const PAGE_NUMBER = /pagenumber="(\d+)"/;

/**
 * Page that a `$skiptoken` leads to; 1 without one.
 * @throws DataverseError 0x80060888 when the token is not one of this service
 */
export function pageOf(skipToken: string | undefined): number {
    if (skipToken === undefined) return 1;
    const page = Number(PAGE_NUMBER.exec(skipToken)?.[1]);
    if (!Number.isSafeInteger(page) || page < 1) {
        throw new DataverseError(
            ErrorCode.UnknownResource,
            `Invalid value '${skipToken.slice(0, 80)}' for $skiptoken query option found. Take it from @odata.nextLink as it is.`,
            400,
        );
    }
    return page;
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
