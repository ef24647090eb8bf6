import { Gate, Stage, StageCategory } from '../choices';
import { plainId } from '../row';

/** A stage as the process bar tells it. */
export interface ActiveStage {
    readonly id: string;
    /** Value of the choice `processstage_category`; null when the process does not say. */
    readonly category: number | null;
}

/**
 * Whether a move goes onwards. The documentation writes `next`, the type definitions `Next`, so case says nothing
 * (Microsoft Learn, "getDirection (Client API reference)").
 */
export function isForward(direction: string): boolean {
    return direction.toLowerCase() === 'next';
}

/**
 * The gate at the end of a stage: of a stage of the stock process by its id, of any other by its category, so that
 * an organization's own process passes the same gates.
 * @returns null for a stage that no gate belongs to
 */
export function gateOf(stage: ActiveStage): Gate | null {
    switch (plainId(stage.id)) {
        case Stage.qualify:
            return Gate.qualify;
        case Stage.develop:
            return Gate.develop;
        case Stage.propose:
            return Gate.propose;
    }
    switch (stage.category) {
        case StageCategory.qualify:
            return Gate.qualify;
        case StageCategory.develop:
            return Gate.develop;
        case StageCategory.propose:
            return Gate.propose;
        case StageCategory.close:
            return Gate.close;
        default:
            return null;
    }
}
