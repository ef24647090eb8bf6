/**
 * This server has no sign-in, so only this machine may use it: other Host headers are refused (a page that has its own
 * name resolve to 127.0.0.1 would otherwise get in), and writes must come from its own pages or from no page at all.
 */
export interface IncomingHeaders {
    readonly host?: string | undefined;
    readonly origin?: string | undefined;
    readonly secFetchSite?: string | undefined;
}

const LOCAL_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Why a request is refused; undefined when it is not. */
export function refusal(method: string, { host, origin, secFetchSite }: IncomingHeaders): string | undefined {
    if (host === undefined || !LOCAL_HOST.test(host)) {
        return `This server answers on this machine only; the Host header was '${host ?? ''}'.`;
    }
    if (READS.has(method)) return undefined;
    if (origin !== undefined && origin !== `http://${host}`) {
        return `Writes from pages of other origins are refused; the Origin was '${origin}'.`;
    }
    if (origin === undefined && secFetchSite !== undefined && !['same-origin', 'none'].includes(secFetchSite)) {
        return `Writes from pages of other sites are refused (Sec-Fetch-Site: ${secFetchSite}).`;
    }
    return undefined;
}
