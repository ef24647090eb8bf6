/** Choices of columns as Power Fx choices: options are stored under their number and known by their label. */
import { choiceSet, type ChoiceOption, type ChoiceSet } from '../../powerfx';
import { labelText } from '../metadata/labels';
import { BASE_LANGUAGE, type Column, type OptionSet, type Table } from '../metadata/types';

const sets = new WeakMap<OptionSet, Map<string, ChoiceSet>>();

/**
 * The choice of a column; the same object for the same metadata, since Power Fx tells choices apart by identity.
 * A column's own choice is known to people as `'Status Reason (Leads)'`, a global one by its own name
 * (Microsoft Power Fx, "Choices").
 */
export function choiceSetOf(table: Table, column: Column, optionSet: OptionSet): ChoiceSet {
    const key = optionSet.isGlobal ? '' : `${table.logicalName}.${column.logicalName}`;
    const known = sets.get(optionSet) ?? new Map<string, ChoiceSet>();
    sets.set(optionSet, known);
    let set = known.get(key);
    if (!set) {
        set = choiceSet({
            name: optionSet.isGlobal ? optionSet.name : `${table.logicalName}_${optionSet.name}`,
            displayName: optionSet.isGlobal
                ? labelText(optionSet.displayName, BASE_LANGUAGE) || optionSet.name
                : `${labelText(column.displayName, BASE_LANGUAGE)} (${labelText(table.displayCollectionName, BASE_LANGUAGE)})`,
            options: optionSet.options.map((option) => ({
                name: String(option.value),
                displayName: labelText(option.label, BASE_LANGUAGE) || String(option.value),
                value: option.value,
            })),
        });
        known.set(key, set);
    }
    return set;
}

const localized = new WeakMap<ChoiceSet, Map<number, ReadonlyMap<number, ChoiceOption>>>();

/**
 * The option of a stored value, with its label in the user's language; one that was deleted since stands for its
 * number.
 * @param language locale id
 */
export function optionOf(set: ChoiceSet, optionSet: OptionSet, value: number, language: number): ChoiceOption {
    const byLanguage = localized.get(set) ?? new Map<number, ReadonlyMap<number, ChoiceOption>>();
    localized.set(set, byLanguage);
    let options = byLanguage.get(language);
    if (!options) {
        options = new Map(
            optionSet.options.map((option) => [
                option.value,
                {
                    name: String(option.value),
                    displayName: labelText(option.label, language) || String(option.value),
                    value: option.value,
                },
            ]),
        );
        byLanguage.set(language, options);
    }
    return options.get(value) ?? { name: String(value), displayName: String(value), value };
}
