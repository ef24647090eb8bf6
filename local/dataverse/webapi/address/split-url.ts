/** From an address to the path below the service root and its query options. */
import { DataverseError, ErrorCode } from '../../errors';

export interface SplitUrl {
    /** `9.2` */
    readonly version: string;
    /** Decoded, without slash in front: `leads(…)/subject`. */
    readonly path: string;
    readonly options: ReadonlyMap<string, string>;
    readonly aliases: ReadonlyMap<string, string>;
    /** Path below the root and query, as sent. */
    readonly relativeUrl: string;
}

const SERVICE_ROOT = /^(?:[a-z]+:\/{1,2}[^/]+)?\/?api\/data\/v(\d+\.\d+)(?:\/|$)/i;
const DEFAULT_VERSION = '9.2';

/**
 * @param url absolute, path-absolute (`/api/data/v9.2/leads`) or relative to the service root (`leads`)
 */
export function splitUrl(url: string): SplitUrl {
    const root = SERVICE_ROOT.exec(url);
    const relativeUrl = (root ? url.slice(root[0].length) : url).replace(/^\/+/, '');
    const mark = relativeUrl.indexOf('?');
    const path = decode(mark < 0 ? relativeUrl : relativeUrl.slice(0, mark), false).replace(/\/+$/, '');
    const options = new Map<string, string>();
    const aliases = new Map<string, string>();
    for (const pair of mark < 0 ? [] : relativeUrl.slice(mark + 1).split('&')) {
        if (pair === '') continue;
        const equals = pair.indexOf('=');
        const name = decode(equals < 0 ? pair : pair.slice(0, equals), true).trim();
        const value = equals < 0 ? '' : decode(pair.slice(equals + 1), true);
        if (name.startsWith('@')) aliases.set(name, value);
        else options.set(OPTION_NAMES.get(name.toLowerCase()) ?? name, value);
    }
    return { version: root?.[1] ?? DEFAULT_VERSION, path, options, aliases, relativeUrl };
}

/** The service takes option names in any case; these are the ones it reads. */
const OPTION_NAMES: ReadonlyMap<string, string> = new Map(
    [
        '$select',
        '$filter',
        '$orderby',
        '$top',
        '$skip',
        '$count',
        '$expand',
        '$apply',
        '$skiptoken',
        '$format',
        '$search',
        '$id',
    ]
        .concat(['fetchXml', 'savedQuery', 'userQuery'])
        .map((name) => [name.toLowerCase(), name]),
);

function decode(text: string, plusIsSpace: boolean): string {
    try {
        return decodeURIComponent(plusIsSpace ? text.replace(/\+/g, ' ') : text);
    } catch {
        throw new DataverseError(
            ErrorCode.UnknownResource,
            `The address holds a broken percent-encoding: '${text}'. Encode % as %25.`,
            400,
        );
    }
}

/** One step of a path: `leads`, `leads(…)`, `Microsoft.Dynamics.CRM.QualifyLead()`. */
export interface Segment {
    readonly name: string;
    /** Text in the parentheses; absent without any. */
    readonly arguments?: string;
}

/** @throws DataverseError 0x80060888 for parentheses and quotes that do not match */
export function splitPath(path: string): readonly Segment[] {
    const segments: Segment[] = [];
    let start = 0;
    let depth = 0;
    let quoted = false;
    for (let at = 0; at <= path.length; at += 1) {
        const character = path.charAt(at);
        if (character === "'") quoted = !quoted;
        if (!quoted && character === '(') depth += 1;
        if (!quoted && character === ')') depth -= 1;
        if (at === path.length || (character === '/' && !quoted && depth === 0)) {
            const text = path.slice(start, at);
            if (text !== '') segments.push(toSegment(text, path));
            start = at + 1;
        }
    }
    if (quoted || depth !== 0) {
        throw new DataverseError(
            ErrorCode.UnknownResource,
            `Bad Request - Error in query syntax: parentheses or quotes in '${path}' do not match.`,
            400,
        );
    }
    return segments;
}

function toSegment(text: string, path: string): Segment {
    const open = text.indexOf('(');
    if (open < 0) return { name: text };
    if (!text.endsWith(')')) {
        throw new DataverseError(
            ErrorCode.UnknownResource,
            `Bad Request - Error in query syntax: ')' is missing in '${path}'.`,
            400,
        );
    }
    return { name: text.slice(0, open), arguments: text.slice(open + 1, -1) };
}
