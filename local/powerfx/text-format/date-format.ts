import type { Culture } from '../culture/culture';
import { printDate } from '../dates/date-pattern';

/** .NET has no smaller fraction of a second. */
const greatestFraction = 7;

/** A mark of a date format: text in quotes, AM/PM, or a single character. */
const markPattern = /"[^"]*"|[aA][mM]\/[pP][mM]|[aA]\/[pP]|[^]/g;

/** What an `m` for minutes is replaced with, to be told from one for months. */
const minuteMark = '\ue000';

/** Marks that make one piece when they stand side by side. */
const runs = [/^[dD]$/, /^[mM]$/, /^[yY]$/, /^[hH]$/, /^[sS]$/, /^0$/, /^\ue000$/];

/**
 * A reading of the clock in a date format of `Text`, which is that of Excel: letters in any case, `m` for minutes when
 * it stands before seconds or after hours, and hours of twelve only with AM/PM (Microsoft Learn, "Text function").
 * @param format As prepared by `prepareFormat`.
 * @param ticks Ten-thousandths of a millisecond beyond the reading.
 * @returns undefined when the format asks for more digits of a second than there are.
 */
export function formatDate(reading: number, format: string, culture: Culture, ticks = 0): string | undefined {
    const pieces = joinRuns(markMinutes(format.match(markPattern) ?? []));
    const isTwelveHours = pieces.some((piece) => isMeridiem(piece));
    let text = '';
    for (const piece of pieces) {
        const pattern = patternOf(piece, isTwelveHours);
        if (pattern === undefined) {
            return undefined;
        }
        text += pattern === '' ? piece.replace(/^"([^]*)"$/, '$1') : printDate(reading, pattern, culture, ticks);
    }
    return text;
}

function isMeridiem(piece: string): boolean {
    return /^am?\//i.test(piece);
}

/**
 * Minutes are told from months: an `m` is minutes where seconds follow, or hours precede, with at least one mark between
 * and none for days or years, nor (before seconds) for hours, nor (after hours) for months.
 */
function markMinutes(marks: readonly string[]): readonly string[] {
    const marked = marks.map((mark, index) =>
        isMonth(mark) && reaches(marks, index, 1, /^s$/i, /^[dyh]$/i) ? minuteMark : mark,
    );
    marked.forEach((mark, index) => {
        if (isMonth(mark) && reaches(marked, index, -1, /^h$/i, /^[dym]$/i)) {
            marked[index] = minuteMark;
        }
    });
    return marked;
}

function isMonth(mark: string): boolean {
    return mark === 'm' || mark === 'M';
}

/** Whether a mark like this stands on one side, beyond at least one other and none of the barriers. */
function reaches(marks: readonly string[], from: number, step: 1 | -1, wanted: RegExp, barrier: RegExp): boolean {
    for (let distance = 1; ; distance += 1) {
        const mark = marks[from + distance * step];
        if (mark === undefined) {
            return false;
        }
        if (distance > 1 && wanted.test(mark)) {
            return true;
        }
        if (barrier.test(mark)) {
            return false;
        }
    }
}

function joinRuns(marks: readonly string[]): string[] {
    const pieces: string[] = [];
    let run: RegExp | undefined;
    for (const mark of marks) {
        const last = pieces.length - 1;
        const own = runs.find((candidate) => candidate.test(mark));
        if (own && own === run) {
            pieces[last] = (pieces[last] ?? '') + mark;
        } else {
            pieces.push(mark);
        }
        run = own;
    }
    return pieces;
}

/** The pattern of .NET; empty for text, undefined for a fraction that is too small. */
function patternOf(piece: string, isTwelveHours: boolean): string | undefined {
    const length = piece.length;
    if (isMeridiem(piece)) {
        return length > 3 ? 'tt' : 't';
    }
    switch (piece.charAt(0).toLowerCase()) {
        case 'd':
            return 'd'.repeat(Math.min(length, 4));
        case 'm':
            return 'M'.repeat(Math.min(length, 4));
        case minuteMark:
            return 'm'.repeat(Math.min(length, 2));
        case 'y':
            return length < 3 ? 'yy' : 'yyyy';
        case 'h':
            return (isTwelveHours ? 'h' : 'H').repeat(Math.min(length, 2));
        case 's':
            return 's'.repeat(Math.min(length, 2));
        case '0':
            return length > greatestFraction ? undefined : 'f'.repeat(length);
        default:
            return '';
    }
}
