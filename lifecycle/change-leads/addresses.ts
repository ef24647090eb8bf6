import { EntitySet, LeadColumn, selectName } from '../columns';
import type { Configuration } from '../configuration/configuration';
import { plainId, textOf, type Row } from '../row';
import type { WebApi } from '../web-api/web-api';
import { bodiesOf, rowsOf, type ReadAnswer } from '../web-api/web-api';

/** Ids in one address: beyond some 25 it would grow too long for the Web API. */
const IDS_AN_ADDRESS = 25;
/** As many as a batch may hold, and some to spare. */
const READS_A_BATCH = 900;

/** Ids in groups that an address bears. */
export function inAddresses(ids: readonly string[]): readonly (readonly string[])[] {
    return Array.from({ length: Math.ceil(ids.length / IDS_AN_ADDRESS) }, (_, index) =>
        ids.slice(index * IDS_AN_ADDRESS, (index + 1) * IDS_AN_ADDRESS),
    );
}

/** `column eq … or column eq …`. */
export function anyOf(property: string, ids: readonly string[]): string {
    return ids.map((id) => `${property} eq ${id}`).join(' or ');
}

/** Addresses that read leads; every column of an only one, for its person may be kept as a contact. */
export function leadAddresses(ids: readonly string[], columns: readonly string[]): readonly string[] {
    const [onlyId] = ids;
    if (ids.length === 1 && onlyId !== undefined) return [`${EntitySet.lead}?$filter=${LeadColumn.id} eq ${onlyId}`];
    const select = [...new Set(columns)].map(selectName).join(',');
    return inAddresses(ids).map((some) => `${EntitySet.lead}?$select=${select}&$filter=${anyOf(LeadColumn.id, some)}`);
}

/** The same without `$select`: a maker's column may be a lookup or be gone, which `$select` cannot know. */
export function wholeLeadAddresses(ids: readonly string[]): readonly string[] {
    return inAddresses(ids).map((some) => `${EntitySet.lead}?$filter=${anyOf(LeadColumn.id, some)}`);
}

/** Leads in the order of their ids; those that are gone or may not be seen are left out. */
export function inOrder(ids: readonly string[], rows: readonly Row[]): readonly Row[] {
    const byId = new Map(rows.map((row) => [plainId(textOf(row, LeadColumn.id)), row]));
    return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

/** The bodies' rows. @throws Refused for the first read that was */
export function allRows(answers: readonly ReadAnswer[]): readonly Row[] {
    return bodiesOf(answers).flatMap(rowsOf);
}

/** The rows of those reads that were not refused: of what a dialog can do without. */
export function rowsIfAny(answers: readonly ReadAnswer[]): readonly Row[] {
    return answers.flatMap((answer) => (answer.ok ? rowsOf(answer.body) : []));
}

/** Reads any number of addresses, in one request as long as a batch holds them. */
export async function readAll(
    webApi: Pick<WebApi, 'read'>,
    addresses: readonly string[],
): Promise<readonly ReadAnswer[]> {
    const answers: ReadAnswer[] = [];
    for (let start = 0; start < addresses.length; start += READS_A_BATCH) {
        answers.push(...(await webApi.read(addresses.slice(start, start + READS_A_BATCH))));
    }
    return answers;
}

/** Columns that the transitions ask for, whatever lead it is. */
export function columnsOfTransitions({ transitions }: Pick<Configuration, 'transitions'>): readonly string[] {
    return [...new Set(transitions.flatMap(({ requiredColumns }) => requiredColumns))];
}

/**
 * The address of display names of columns of lead, and how they are read; null for none.
 * Microsoft Learn, "Query table definitions using the Web API".
 */
export function labelAddress(columns: readonly string[]): string | null {
    if (columns.length === 0) return null;
    const filter = columns.map((column) => `LogicalName eq '${column}'`).join(' or ');
    return `EntityDefinitions(LogicalName='lead')/Attributes?$select=LogicalName,DisplayName&$filter=${filter}`;
}

export function labelsOf(rows: readonly Row[]): Readonly<Record<string, string>> {
    return Object.fromEntries(
        rows.map((row) => {
            const name = textOf(row, 'LogicalName');
            return [name, labelIn(row['DisplayName']) || name];
        }),
    );
}

function labelIn(displayName: unknown): string {
    const label = memberOf(displayName, 'UserLocalizedLabel');
    return String(memberOf(label, 'Label') ?? '');
}

function memberOf(value: unknown, name: string): unknown {
    return typeof value === 'object' && value !== null ? (value as Row)[name] : undefined;
}
