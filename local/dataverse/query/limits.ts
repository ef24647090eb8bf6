/**
 * How large a query may be. Microsoft Learn, "Query data using FetchXml": 500 conditions and links together;
 * "Join tables using FetchXml": 15 links.
 */
import { DataverseError, ErrorCode } from '../errors';
import type { Filter, Link, Query } from './model';

const MAX_LINKS = 15;
const MAX_ELEMENTS = 500;

/** @throws DataverseError 0x80040203 that says what there is too much of */
export function checkLimits(query: Query, pageSize: number): void {
    const links = linksIn(query.links);
    if (links > MAX_LINKS) {
        throw tooMuch(`Number of link entities in query exceeded maximum limit: it has ${links} of ${MAX_LINKS}.`);
    }
    const elements = links + conditionsIn(query.filter) + conditionsOf(query.links);
    if (elements > MAX_ELEMENTS) {
        throw tooMuch(
            `Number of conditions in query exceeded maximum limit: it has ${elements} of ${MAX_ELEMENTS} ` +
                '(conditions and links). Compare with a list of values (In) instead of one condition for each.',
        );
    }
    if (!Number.isSafeInteger((query.page ?? 1) * pageSize)) {
        throw tooMuch(`There is no page ${String(query.page)}.`);
    }
}

const tooMuch = (message: string): DataverseError => new DataverseError(ErrorCode.InvalidArgument, message);

function linksIn(links: readonly Link[]): number {
    return links.reduce((sum, link) => sum + 1 + linksIn(link.links), 0);
}

function conditionsOf(links: readonly Link[]): number {
    return links.reduce((sum, link) => sum + conditionsIn(link.filter) + conditionsOf(link.links), 0);
}

function conditionsIn(filter: Filter | undefined): number {
    let sum = 0;
    for (const each of filter?.conditions ?? []) {
        switch (each.kind) {
            case 'condition':
                sum += 1;
                break;
            case 'filter':
                sum += conditionsIn(each);
                break;
            case 'exists':
                sum += 1 + conditionsIn(each.link.filter) + conditionsOf(each.link.links);
                break;
        }
    }
    return sum;
}
