/**
 * What a card shows and in which order cards stand, as pure functions: no framework, no React. Times are compared by
 * the user's calendar days, which need not be those of the browser.
 */
import { Gate, LeadState } from '../../lifecycle/choices';
import type { Criterion } from '../../lifecycle/configuration/criterion';
import { judge } from '../../lifecycle/criteria/gate';
import { isBlank, numberOf, type Row } from '../../lifecycle/row';
import { CardColumn } from './lead-columns';

/** A lead as the data set has it. */
export interface LeadRecord {
    readonly id: string;
    /** Raw values by column. */
    readonly values: Row;
    /** What the user reads, by column. */
    readonly texts: Readonly<Record<string, string>>;
}

export interface Activity {
    readonly id: string;
    /** Logical name of the activity's table, such as `phonecall`. */
    readonly type: string;
    readonly subject: string;
    readonly due: Date | null;
    /** The due date as the platform writes it for the user. */
    readonly dueText: string;
}

export interface LeadCard {
    readonly id: string;
    readonly name: string;
    readonly topic: string;
    readonly jobTitle: string;
    readonly company: string;
    readonly status: string;
    readonly statusValue: number | null;
    readonly state: LeadState | null;
    /** Value of `leadqualitycode`; null without. */
    readonly rating: number | null;
    readonly ratingText: string;
    readonly grade: string;
    readonly score: number | null;
    /** Whole percent; null when nobody knows. */
    readonly progress: number | null;
    readonly createdOn: Date | null;
    readonly next: Activity | null;
    readonly due: Due;
}

/** How an activity stands to today. `days` is whole and positive. */
export type Due =
    | { readonly kind: 'none' }
    | { readonly kind: 'undated' }
    | { readonly kind: 'overdue'; readonly days: number }
    /** Due earlier today. */
    | { readonly kind: 'late' }
    | { readonly kind: 'today' }
    | { readonly kind: 'tomorrow' }
    | { readonly kind: 'upcoming'; readonly days: number };

export interface Clock {
    readonly now: Date;
    /** Minutes that the user's time is ahead of UTC at a moment. */
    readonly offsetMinutes: (at: Date) => number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

export function dueOf(activity: Pick<Activity, 'due'> | null, clock: Clock): Due {
    if (!activity) return { kind: 'none' };
    if (!activity.due) return { kind: 'undated' };
    const days = dayNumber(activity.due, clock) - dayNumber(clock.now, clock);
    if (days < 0) return { kind: 'overdue', days: -days };
    if (days === 0) return { kind: activity.due.getTime() < clock.now.getTime() ? 'late' : 'today' };
    return days === 1 ? { kind: 'tomorrow' } : { kind: 'upcoming', days };
}

export function isOverdue(due: Due): boolean {
    return due.kind === 'overdue' || due.kind === 'late';
}

/** Days since 1970 on the user's calendar. */
function dayNumber(at: Date, clock: Clock): number {
    return Math.floor((at.getTime() + clock.offsetMinutes(at) * MINUTE) / DAY);
}

/** The open activity to do first: the earliest due one; those without a due date come last. */
export function nextActivity(activities: readonly Activity[]): Activity | null {
    return activities.reduce<Activity | null>(
        (first, activity) => (first === null || dueTime(activity) < dueTime(first) ? activity : first),
        null,
    );
}

function dueTime(activity: Activity | null): number {
    return activity?.due?.getTime() ?? Number.POSITIVE_INFINITY;
}

/**
 * @param activities open ones of this lead
 * @param criteria that apply; null while they are being read
 */
export function cardOf(
    record: LeadRecord,
    activities: readonly Activity[],
    criteria: readonly Criterion[] | null,
    clock: Clock,
): LeadCard {
    const text = (column: string): string => record.texts[column] ?? '';
    const next = nextActivity(activities);
    const createdOn = record.values[CardColumn.createdOn];
    return {
        id: record.id,
        name: text(CardColumn.fullName) || text(CardColumn.topic),
        topic: text(CardColumn.topic),
        jobTitle: text(CardColumn.jobTitle),
        company: text(CardColumn.companyName),
        status: text(CardColumn.status),
        statusValue: numberOf(record.values, CardColumn.status),
        state: stateOf(record),
        rating: numberOf(record.values, CardColumn.rating),
        ratingText: text(CardColumn.rating),
        grade: text(CardColumn.grade),
        score: numberOf(record.values, CardColumn.score),
        progress: progressOf(record, criteria),
        createdOn: isBlank(createdOn) ? null : asDate(createdOn),
        next,
        due: dueOf(next, clock),
    };
}

function stateOf(record: LeadRecord): LeadState | null {
    const state = numberOf(record.values, CardColumn.state);
    return Object.values(LeadState).find((known) => known === state) ?? null;
}

/**
 * How far an open lead is qualified: judged now when the record holds every column that the criteria look at, else
 * what was last written on the lead. A closed lead keeps what it was closed with.
 */
function progressOf(record: LeadRecord, criteria: readonly Criterion[] | null): number | null {
    const stored = numberOf(record.values, CardColumn.qualificationProgress);
    if (criteria === null || stateOf(record) !== LeadState.open) return stored;
    const columns = criteria.filter((criterion) => criterion.gate === Gate.qualify).map((it) => it.column);
    if (columns.length === 0 || !columns.every((column) => column in record.values)) return stored;
    return judge(Gate.qualify, criteria, record.values).progress;
}

export function asDate(value: unknown): Date | null {
    const date = value instanceof Date ? value : new Date(String(value));
    return Number.isNaN(date.getTime()) ? null : date;
}

/** First letters of the first and the last word of a name, as Fluent's persona would take them. */
export function initialsOf(name: string): string {
    const words = name
        .replace(/\([^)]*\)/g, ' ')
        .split(/\s+/)
        .filter((word) => /\p{L}/u.test(word));
    const [first] = words;
    const last = words.length > 1 ? words.at(-1) : undefined;
    return [first, last].map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '').join('');
}

export const SORTS = ['next', 'rating', 'score', 'created', 'view'] as const;
export type Sort = (typeof SORTS)[number];

export const FILTERS = ['all', 'due', 'withoutActivity', 'hot'] as const;
export type Filter = (typeof FILTERS)[number];

const HOT = 1;

/** Cards that a filter lets through and that hold every word of a search, in any of their texts. */
export function findCards(cards: readonly LeadCard[], search: string, filter: Filter): readonly LeadCard[] {
    const words = fold(search).split(/\s+/).filter(Boolean);
    return cards.filter((card) => {
        if (!passes(card, filter)) return false;
        const text = fold(
            [card.name, card.topic, card.jobTitle, card.company, card.status, card.next?.subject].join(' '),
        );
        return words.every((word) => text.includes(word));
    });
}

function passes(card: LeadCard, filter: Filter): boolean {
    switch (filter) {
        case 'all':
            return true;
        case 'due':
            return isOverdue(card.due) || card.due.kind === 'today';
        case 'withoutActivity':
            return card.next === null;
        case 'hot':
            return card.rating === HOT;
    }
}

/** Without case and accents, as Dataverse compares texts. */
function fold(text: string): string {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Cards in a new order; equal ones keep the view's. */
export function sortCards(cards: readonly LeadCard[], sort: Sort): readonly LeadCard[] {
    const compare = comparison(sort);
    return compare === null ? cards : [...cards].sort(compare);
}

function comparison(sort: Sort): ((a: LeadCard, b: LeadCard) => number) | null {
    switch (sort) {
        case 'next':
            // A lead without any activity comes before one whose activity has no date: it has been forgotten.
            return (a, b) =>
                ascending(dueTime(a.next), dueTime(b.next)) || ascending(rankWithoutDate(a), rankWithoutDate(b));
        case 'rating':
            return (a, b) =>
                ascending(a.rating ?? Number.POSITIVE_INFINITY, b.rating ?? Number.POSITIVE_INFINITY) ||
                ascending(b.progress ?? -1, a.progress ?? -1);
        case 'score':
            return (a, b) => ascending(b.score ?? -1, a.score ?? -1) || ascending(b.progress ?? -1, a.progress ?? -1);
        case 'created':
            return (a, b) => ascending(b.createdOn?.getTime() ?? 0, a.createdOn?.getTime() ?? 0);
        case 'view':
            return null;
    }
}

function rankWithoutDate(card: LeadCard): number {
    return card.next === null ? 0 : 1;
}

/** Infinity minus infinity is no number, so this compares instead of subtracting. */
function ascending(a: number, b: number): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Which card is selected after the list has changed: the same one while it is there; else the one that took its place,
 * so that a seller who closes a lead stands at the next one; else the first.
 * @param former ids in the order in which they stood before
 */
export function selectionAfter(
    selected: string | null,
    former: readonly string[],
    ids: readonly string[],
): string | null {
    if (selected !== null && ids.includes(selected)) return selected;
    const place = selected === null ? -1 : former.indexOf(selected);
    const successor = former.slice(place + 1).find((id) => ids.includes(id));
    if (place >= 0 && successor !== undefined) return successor;
    return (place >= 0 ? ids.at(-1) : ids[0]) ?? null;
}

/** The card that a key leads to; null for keys that do not move. */
export function cardAfterKey(key: string, ids: readonly string[], current: string | null): string | null {
    const place = current === null ? -1 : ids.indexOf(current);
    switch (key) {
        case 'ArrowDown':
            return ids[Math.min(place + 1, ids.length - 1)] ?? null;
        case 'ArrowUp':
            return ids[Math.max(place - 1, 0)] ?? null;
        case 'Home':
            return ids[0] ?? null;
        case 'End':
            return ids.at(-1) ?? null;
        default:
            return null;
    }
}
