import type { GateCriterion, GateInput } from '../commands/dialogs';
import type { Criterion } from '../configuration/criterion';
import { hintOf } from '../criteria/gaps-text';
import type { Verdict } from '../criteria/gate';
import { sharesOf } from '../criteria/shares';

/** What the gate's dialog needs to know of the form that opens it. */
export interface GateSurroundings {
    /** Name of the stage, or of the command, that the gate belongs to. */
    readonly stage: string;
    readonly labelOfColumn: (column: string) => string;
    /** Whether the form has a field of a column that may take the focus. */
    readonly isReachable: (column: string) => boolean;
}

/** What the gate's dialog shows. */
export function gateInput(verdict: Verdict, surroundings: GateSurroundings): GateInput {
    const { blocking, warnings, met, progress } = verdict;
    const all = [...blocking, ...warnings, ...met];
    const shares = sharesOf(all);
    const line = (criterion: Criterion): GateCriterion => ({
        column: criterion.column,
        hint: hintOf(criterion),
        label: surroundings.labelOfColumn(criterion.column),
        share: shares[all.indexOf(criterion)] ?? 0,
        isReachable: surroundings.isReachable(criterion.column),
    });
    return {
        stage: surroundings.stage,
        blocking: blocking.map(line),
        warnings: warnings.map(line),
        progress,
    };
}
