import { mergeLabels } from './labels';
import type { Column, Option, OptionSet, Table } from './types';

/**
 * What an unmanaged layer does to one choice beyond adding options: options put as they stand, taken away, reordered.
 * About a column's own choice (`table` and `column`) or a global one (`optionSet`).
 */
export interface ChoiceChange {
    readonly table?: string;
    readonly column?: string;
    readonly optionSet?: string;
    /** Whole options: what lower layers say of the same value no longer counts. */
    readonly put: readonly Option[];
    readonly removed: readonly number[];
    /** Values in the order they are shown; values that are not named follow. */
    readonly order?: readonly number[];
}

/** Whether two changes are about the same choice. */
export function isSameChoice(one: ChoiceChange, other: Omit<ChoiceChange, 'put' | 'removed'>): boolean {
    return one.table === other.table && one.column === other.column && one.optionSet === other.optionSet;
}

/** A choice with a change laid over it. */
export function changedOptionSet(set: OptionSet, change: ChoiceChange): OptionSet {
    const options = new Map<number, Option>(set.options.map((option) => [option.value, option]));
    for (const option of change.put) {
        options.set(option.value, { ...options.get(option.value), ...option, label: mergeLabels({}, option.label) });
    }
    change.removed.forEach((value) => options.delete(value));
    const { order = [] } = change;
    const rank = (value: number): number => {
        const position = order.indexOf(value);
        return position < 0 ? order.length : position;
    };
    return { ...set, options: [...options.values()].sort((one, other) => rank(one.value) - rank(other.value)) };
}

/** The table with the column's own choice changed; the table itself when it has no such column. */
export function withChangedChoice(table: Table, column: Column | undefined, change: ChoiceChange): Table {
    if (!column?.optionSet) {
        return table;
    }
    const columns = new Map(table.columns);
    columns.set(column.logicalName, { ...column, optionSet: changedOptionSet(column.optionSet, change) });
    return { ...table, columns };
}
