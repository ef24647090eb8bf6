import type { ChoiceOption, ChoiceSet } from '../types/choice';

/** One option of a choice, or one member of an enumeration. */
export class ChoiceValue {
    constructor(
        readonly set: ChoiceSet,
        readonly option: ChoiceOption,
    ) {}
}
