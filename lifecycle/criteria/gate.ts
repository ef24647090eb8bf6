import { Enforcement, type Gate } from '../choices';
import type { Criterion } from '../configuration/criterion';
import type { Row } from '../row';
import { meets } from './evaluate';

/** How a row stands before a gate. Every criterion of the gate is in exactly one of the three lists. */
export interface Verdict {
    /** Open criteria that keep the gate shut. */
    readonly blocking: readonly Criterion[];
    /** Open criteria that the seller may confirm away. */
    readonly warnings: readonly Criterion[];
    readonly met: readonly Criterion[];
    /** Whole percent by weight; see `progressOf`. */
    readonly progress: number;
}

/** Judges a row against all criteria of one gate. */
export function judge(gate: Gate, criteria: readonly Criterion[], row: Row): Verdict {
    return judgeGates([gate], criteria, row);
}

/** Judges a row against all criteria of some gates at once, as if they were one. */
export function judgeGates(gates: readonly Gate[], criteria: readonly Criterion[], row: Row): Verdict {
    const ofGate = criteria.filter((criterion) => gates.includes(criterion.gate));
    const met = ofGate.filter((criterion) => meets(criterion, row));
    const open = ofGate.filter((criterion) => !met.includes(criterion));
    return {
        blocking: open.filter((criterion) => criterion.enforcement === Enforcement.block),
        warnings: open.filter((criterion) => criterion.enforcement === Enforcement.warn),
        met,
        progress: progressOf(ofGate, met),
    };
}

/**
 * Weight of the met criteria in percent of all, rounded; 100 is kept for "all of them" and 0 for "none of weight".
 * Without any weight every criterion counts the same; without any criterion nothing is left to do, so 100.
 */
export function progressOf(all: readonly Criterion[], met: readonly Criterion[]): number {
    if (met.length === all.length) return 100;
    const anyWeight = all.some((criterion) => criterion.weight > 0);
    const sum = (criteria: readonly Criterion[]): number =>
        criteria.reduce((total, criterion) => total + (anyWeight ? Math.max(0, criterion.weight) : 1), 0);
    const percent = Math.round((sum(met) * 100) / sum(all));
    return Math.min(percent, 99);
}

/** Columns that the criteria of a gate look at. */
export function columnsOfGate(gate: Gate, criteria: readonly Criterion[]): readonly string[] {
    return [...new Set(criteria.filter((criterion) => criterion.gate === gate).map((criterion) => criterion.column))];
}
