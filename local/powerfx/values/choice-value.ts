import type { ChoiceOption, ChoiceSet } from '../types/choice';

/** What a value is called that stands in a choice or an enumeration without being written as one of its options. */
const calculatedName = 'CalculatedOptionSetValue';

/** One option of a choice, or one member of an enumeration. */
export class ChoiceValue {
    constructor(
        readonly set: ChoiceSet,
        readonly option: ChoiceOption,
    ) {}
}

/** A value of the kind behind a choice as one of that choice: two joined patterns, or a number where it is wanted. */
export function calculatedChoice(set: ChoiceSet, value: string | number): ChoiceValue {
    return new ChoiceValue(set, { name: calculatedName, displayName: calculatedName, value });
}
