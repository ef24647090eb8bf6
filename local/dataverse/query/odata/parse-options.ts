/** `$select`, `$orderby`, `$expand`, `$apply`. */
import { DataverseError, ErrorCode, notSupportedHere } from '../../errors';
import { syntaxError } from './lexer';
import { FilterParser, type Aliases } from './parse-filter';
import type { Aggregation, Apply, ExpandItem, Expression, OrderByItem } from './syntax-tree';
import { TokenReader } from './token-reader';

/** Names in a `$select`. Empty entries are dropped (clients send `$select=name,`), and so are repeated ones. */
export function parseSelect(text: string): readonly string[] {
    const names = text.split(',').map((name) => name.trim());
    return [...new Set(names.filter((name) => name !== ''))];
}

export function parseOrderBy(text: string): readonly OrderByItem[] {
    const reader = new TokenReader(text);
    const items: OrderByItem[] = [];
    do {
        const path = reader.readPath();
        const descending = reader.isWord('desc');
        if (descending || reader.isWord('asc')) reader.next();
        items.push({ path, descending });
    } while (reader.skip(','));
    reader.expectEnd();
    return items;
}

/** Splits at `separator` where it is neither in quotes nor in parentheses. */
export function splitOutside(text: string, separator: string): readonly string[] {
    const parts: string[] = [];
    let depth = 0;
    let quoted = false;
    let start = 0;
    for (let at = 0; at < text.length; at += 1) {
        const character = text.charAt(at);
        if (character === "'") quoted = !quoted;
        if (quoted) continue;
        if (character === '(') depth += 1;
        if (character === ')') depth -= 1;
        if (character === separator && depth === 0) {
            parts.push(text.slice(start, at));
            start = at + 1;
        }
    }
    parts.push(text.slice(start));
    return parts.map((part) => part.trim()).filter((part) => part !== '');
}

export function parseExpand(text: string): readonly ExpandItem[] {
    return splitOutside(text, ',').map((item) => {
        const open = item.indexOf('(');
        if (open >= 0 && !item.endsWith(')')) throw syntaxError("')' expected", item.length, item);
        const names = (open < 0 ? item : item.slice(0, open)).trim().split('/');
        const refOnly = names.at(-1) === '$ref';
        const options = new Map<string, string>();
        for (const option of open < 0 ? [] : splitOutside(item.slice(open + 1, -1), ';')) {
            const equals = option.indexOf('=');
            if (equals < 0) throw syntaxError(`'=' expected in '${option}'`, open, item);
            options.set(option.slice(0, equals).trim(), option.slice(equals + 1).trim());
        }
        return { path: refOnly ? names.slice(0, -1) : names, refOnly, options };
    });
}

type Method = Aggregation['method'];

const METHODS: ReadonlyMap<string, Method> = new Map([
    ['sum', 'sum'],
    ['average', 'average'],
    ['min', 'min'],
    ['max', 'max'],
    ['countdistinct', 'countdistinct'],
]);

/** `filter(…)/groupby((a,b),aggregate(c with sum as d,$count as n))` */
export function parseApply(text: string, aliases: Aliases): Apply {
    const reader = new TokenReader(text);
    let filter: Expression | undefined;
    let groupBy: readonly (readonly string[])[] = [];
    let aggregations: readonly Aggregation[] = [];
    do {
        const name = reader.expectIdentifier().text;
        reader.expect('(');
        switch (name) {
            case 'filter':
                filter = new FilterParser(reader, aliases).parse();
                break;
            case 'groupby':
                groupBy = readGroups(reader);
                if (reader.skip(',')) {
                    const inner = reader.expectIdentifier().text;
                    if (inner !== 'aggregate') throw reader.error("'aggregate' expected");
                    reader.expect('(');
                    aggregations = readAggregations(reader);
                    reader.expect(')');
                }
                break;
            case 'aggregate':
                aggregations = readAggregations(reader);
                break;
            default:
                throw notSupportedHere(`The $apply transformation "${name}"`);
        }
        reader.expect(')');
    } while (reader.skip('/'));
    reader.expectEnd();
    return { ...(filter ? { filter } : {}), groupBy, aggregations };
}

function readGroups(reader: TokenReader): readonly (readonly string[])[] {
    reader.expect('(');
    const paths: (readonly string[])[] = [];
    do {
        paths.push(reader.readPath());
    } while (reader.skip(','));
    reader.expect(')');
    return paths;
}

function readAggregations(reader: TokenReader): readonly Aggregation[] {
    const aggregations: Aggregation[] = [];
    do {
        if (reader.isWord('$count')) {
            reader.next();
            readWord(reader, 'as');
            aggregations.push({ method: 'count', alias: reader.expectIdentifier().text });
            continue;
        }
        const path = reader.readPath();
        readWord(reader, 'with');
        const method = METHODS.get(reader.expectIdentifier().text);
        if (!method) throw reader.error('sum, average, min, max or countdistinct is expected');
        readWord(reader, 'as');
        aggregations.push({ path, method, alias: reader.expectIdentifier().text });
    } while (reader.skip(','));
    return aggregations;
}

function readWord(reader: TokenReader, word: string): void {
    if (!reader.isWord(word)) throw reader.error(`'${word}' expected`);
    reader.next();
}

/** `$count=true` or `$count=false`; false without it. */
export function parseFlag(option: string, text: string | undefined): boolean {
    const flag = (text ?? 'false').trim().toLowerCase();
    if (flag === 'true' || flag === 'false') return flag === 'true';
    throw new DataverseError(
        ErrorCode.UnknownResource,
        `Invalid value '${text ?? ''}' for ${option} query option found. Valid values are true and false.`,
        400,
    );
}

/** A whole number from 0, for `$top` and the like. */
export function parseCount(option: string, text: string): number {
    const number = Number(text);
    if (!Number.isSafeInteger(number) || number < 0 || text.trim() === '') {
        throw new DataverseError(
            ErrorCode.UnknownResource,
            `Invalid value '${text}' for ${option} query option found. The ${option} query option requires a non-negative integer value.`,
            400,
        );
    }
    return number;
}
