import { plainId } from '../row';
import type { ActiveStage } from './stage-gate';

/**
 * The stages that a move onwards leaves behind: the active one, and those between it and the destination when several
 * are skipped.
 *
 * What the event calls its stage is the destination, the active one or, between tables, a former one, depending on
 * whom one asks; it is believed only where it lies ahead of the active stage.
 * @param stages of the process in their order
 * @param named id of the stage that the event names; null for none
 */
export function stagesLeft<Stage extends ActiveStage>(
    stages: readonly Stage[],
    active: Stage,
    named: string | null,
): readonly Stage[] {
    const from = indexOf(stages, active.id);
    const to = named === null ? -1 : indexOf(stages, named);
    return from >= 0 && to > from ? stages.slice(from, to) : [active];
}

/** The stages that are over when the process is finished: the active one and all after it. */
export function stagesToTheEnd<Stage extends ActiveStage>(stages: readonly Stage[], active: Stage): readonly Stage[] {
    const from = indexOf(stages, active.id);
    return from >= 0 ? stages.slice(from) : [active];
}

function indexOf(stages: readonly ActiveStage[], id: string): number {
    return stages.findIndex((stage) => plainId(stage.id) === plainId(id));
}
