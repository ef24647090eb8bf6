import { LeadColumn, selectName, Table } from '../columns';
import type { Configuration } from '../configuration/configuration';
import { forgetRules } from '../configuration/page-session';
import { labelOf, stateOf, type StatusReason } from '../configuration/status-reason';
import { withThoseOfLeads } from '../configuration/status-reasons-of-leads';
import { refusalText } from '../messages';
import { numberOf, plainId, textOf, type Row } from '../row';
import { decide, type Decision, type TransitionFacts, type TransitionRules, type Way } from '../transitions/decide';
import { rulesOf } from '../transitions/rules-of';
import type { Host } from './host';

/** Ids in one address: beyond some 25 it would grow too long for the Web API. */
const IDS_A_REQUEST = 25;

const ALWAYS: readonly string[] = [
    LeadColumn.id,
    LeadColumn.fullName,
    LeadColumn.topic,
    LeadColumn.state,
    LeadColumn.status,
    LeadColumn.previousStatus,
];

/** What a command knows before it decides anything. */
export interface Situation {
    readonly configuration: Configuration;
    readonly statusReasons: readonly StatusReason[];
    readonly rules: TransitionRules;
    readonly leads: readonly Row[];
}

/**
 * Reads the rules and the leads. The page keeps the rules for a while; they are read anew when a lead stands in a
 * status reason that a maker has added since.
 */
export async function readSituation(host: Host, leadIds: readonly string[]): Promise<Situation> {
    const situation = await readOnce(host, leadIds);
    if (situation.leads.every((lead) => isKnown(lead, situation.statusReasons))) return situation;
    forgetRules(globalThis);
    const { configuration, leads, statusReasons } = await readOnce(host, leadIds);
    const all = withThoseOfLeads(statusReasons, leads);
    return { configuration, leads, statusReasons: all, rules: rulesOf(configuration, all) };
}

async function readOnce(host: Host, leadIds: readonly string[]): Promise<Situation> {
    const [configuration, statusReasons] = await Promise.all([host.configuration(), host.statusReasons()]);
    const columns = [...ALWAYS, ...configuration.transitions.flatMap((transition) => transition.requiredColumns)];
    const leads = await readLeads(host, leadIds, [...new Set(columns)]);
    return { configuration, statusReasons, leads, rules: rulesOf(configuration, statusReasons) };
}

function isKnown(lead: Row, statusReasons: readonly StatusReason[]): boolean {
    const status = leadStatus(lead);
    return status === null || stateOf(status, statusReasons) !== null;
}

/**
 * Reads leads in the order of their ids. A maker's column may be a lookup or be gone, which `$select` cannot know;
 * the whole row is read then.
 */
async function readLeads(host: Host, ids: readonly string[], columns: readonly string[]): Promise<readonly Row[]> {
    const select = `$select=${columns.map(selectName).join(',')}`;
    const [onlyId] = ids;
    if (ids.length === 1 && onlyId !== undefined) {
        return [await eitherWay((query) => host.retrieve(Table.lead, plainId(onlyId), query))];
    }
    const pages: Row[] = [];
    for (let start = 0; start < ids.length; start += IDS_A_REQUEST) {
        const some = ids.slice(start, start + IDS_A_REQUEST).map((id) => `${LeadColumn.id} eq ${plainId(id)}`);
        const filter = `$filter=${some.join(' or ')}`;
        pages.push(
            ...(await eitherWay((query) =>
                host.retrieveMultiple(Table.lead, query === '' ? `?${filter}` : `${query}&${filter}`),
            )),
        );
    }
    const byId = new Map(pages.map((row) => [plainId(textOf(row, LeadColumn.id)), row]));
    return ids.map((id) => byId.get(plainId(id))).filter((row) => row !== undefined);

    async function eitherWay<Result>(read: (query: string) => Promise<Result>): Promise<Result> {
        try {
            return await read(`?${select}`);
        } catch (error) {
            host.report(error);
            return read('');
        }
    }
}

export function leadId(lead: Row): string {
    return plainId(textOf(lead, LeadColumn.id));
}

/** The person's name, or the topic of a lead without one. */
export function leadName(lead: Row): string {
    return textOf(lead, LeadColumn.fullName) || textOf(lead, LeadColumn.topic);
}

export function leadStatus(lead: Row): number | null {
    return numberOf(lead, LeadColumn.status);
}

export function factsOf(host: Pick<Host, 'user'>, lead: Row, note?: string): TransitionFacts {
    return { lead, roles: host.user.roles, ...(note !== undefined && { note }) };
}

/**
 * Decides a command's move. A command goes one way only: what is qualified already cannot be qualified again, though
 * it may stay what it is.
 */
export function decideCommand(
    host: Pick<Host, 'user'>,
    lead: Row,
    to: number,
    way: Way,
    rules: TransitionRules,
    note: string,
): Decision {
    const decision = decide(leadStatus(lead), to, rules, { lead, roles: host.user.roles, note });
    if (!decision.allowed || decision.way === way) return decision;
    return { allowed: false, refusals: [{ code: 'platform-refuses' }], message: '' };
}

/** Why a move is refused, in the maker's words or ours; empty for an allowed one. */
export async function decisionText(
    host: Pick<Host, 'columnLabels' | 'text'>,
    decision: Decision,
    from: number | null,
    to: number,
    statusReasons: readonly StatusReason[],
): Promise<string> {
    if (decision.allowed) return '';
    if (decision.message !== '') return decision.message;
    const columns = decision.refusals.flatMap((refusal) => (refusal.code === 'columns-missing' ? refusal.columns : []));
    const labels = columns.length > 0 ? await host.columnLabels(Table.lead, columns) : {};
    const move = {
        from: labelOf(from, statusReasons),
        to: labelOf(to, statusReasons),
        labelOfColumn: (column: string) => labels[column] ?? column,
    };
    return decision.refusals.map((refusal) => refusalText(refusal, move, host.text)).join('\n');
}

/** The user's day, as `YYYY-MM-DD`. */
export function localDay(now: Date): string {
    const two = (number: number): string => String(number).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
