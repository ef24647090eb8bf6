import type { GateAnswer, GateInput } from '../../../lifecycle/commands/dialogs';
import { answerDialog } from './dialog';

/** A seller in front of the gate's dialog. */
export interface FakeSeller {
    /** What the dialogs have shown so far. */
    readonly seen: GateInput[];
    /** What the next ones are answered with; null closes them. */
    answer: GateAnswer | null;
    /** For `FakeXrmOptions`. */
    readonly onDialog: (id: string) => Promise<void>;
}

export function fakeSeller(answer: GateAnswer | null = null): FakeSeller {
    const seller: FakeSeller = {
        seen: [],
        answer,
        onDialog: (id) => answerDialog(id, seller.answer, (input) => seller.seen.push(input as GateInput)),
    };
    return seller;
}
