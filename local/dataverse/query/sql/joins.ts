/** Links in SQL. */
import type { Link } from '../model';
import { allOf, identifier, join, raw, sql, type SqlFragment } from './fragment';
import type { QueryScope, TableScope } from './scope';
import { linkConditions, linkExistsSql } from './where';

export interface Joins {
    /** Begins with a space unless it is empty. */
    readonly joins: SqlFragment;
    /** For WHERE: links that must exist but bring nothing. */
    readonly conditions: readonly SqlFragment[];
}

const NONE = raw('');

/** Joins for links below `parent`, and for the links below those. */
export function joinsSql(links: readonly Link[], parent: TableScope, query: QueryScope): Joins {
    // All aliases are opened before any filter is written: a filter may name a link that stands after it.
    const joined = links
        .filter((link) => !link.existsOnly)
        .map((link) => ({ link, child: query.open(query.metadata.table(link.table), link.alias) }));
    const pieces: SqlFragment[] = [];
    const conditions: SqlFragment[] = [];
    for (const { link, child } of joined) {
        const below = joinsSql(link.links, child, query);
        const on = allOf(linkConditions(link, child, parent, query));
        const table = sql`${identifier(link.table)} AS ${raw(child.sqlAlias)}`;
        if (link.type === 'outer' && (link.links.some(mustMatch) || below.conditions.length > 0)) {
            // An inner link below an outer one must not remove the rows above both.
            const inner = allOf([on, ...below.conditions]);
            pieces.push(sql` LEFT JOIN (${table}${below.joins}) ON ${inner}`);
            continue;
        }
        pieces.push(sql` ${raw(link.type === 'outer' ? 'LEFT JOIN' : 'JOIN')} ${table} ON ${on}${below.joins}`);
        conditions.push(...below.conditions);
    }
    for (const link of links.filter((each) => each.existsOnly)) {
        conditions.push(linkExistsSql(link, parent, query));
    }
    return { joins: pieces.length === 0 ? NONE : join(pieces, ''), conditions };
}

const mustMatch = (link: Link): boolean => link.type === 'inner' || link.links.some(mustMatch);
