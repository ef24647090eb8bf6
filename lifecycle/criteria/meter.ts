import { Enforcement, type Gate } from '../choices';
import type { Criterion } from '../configuration/criterion';
import type { Row } from '../row';
import { hintOf } from './gaps-text';
import { judge } from './gate';
import { sharesOf } from './shares';

export type Standing = 'met' | 'blocking' | 'warning';

/** A criterion as a meter shows it. */
export interface MeterLine {
    readonly column: string;
    readonly standing: Standing;
    /** Its name once it is met; what is still to do before. */
    readonly words: string;
    /** By how much it counts, in whole percent. */
    readonly share: number;
}

export interface Meter {
    /** In the maker's order, so that a line stays where it is when it is met. */
    readonly lines: readonly MeterLine[];
    /** Weight of the met criteria in whole percent. */
    readonly progress: number;
}

/** How a row stands before a gate, criterion by criterion. */
export function meterOf(gate: Gate, criteria: readonly Criterion[], row: Row): Meter {
    const ofGate = criteria.filter((criterion) => criterion.gate === gate);
    const { met, progress } = judge(gate, criteria, row);
    const shares = sharesOf(ofGate);
    return {
        lines: ofGate.map((criterion, index) => ({
            column: criterion.column,
            standing: met.includes(criterion)
                ? 'met'
                : criterion.enforcement === Enforcement.block
                  ? 'blocking'
                  : 'warning',
            words: met.includes(criterion) ? criterion.name : hintOf(criterion),
            share: shares[index] ?? 0,
        })),
        progress,
    };
}
