import type { ChoiceChange } from './choice-changes';
import type { Column, OptionSet, Relationship, Table, TableKey } from './types';

/** The platform's layer for what makers change without a solution; it lies above all others. */
export const UNMANAGED_LAYER = 'Active';

/** What one solution adds to tables. JSON-serialisable: the store keeps each layer as one JSON text. */
export interface Layer {
    /** Unique name of the solution. */
    readonly solution: string;
    readonly managed: boolean;
    readonly tables: readonly LayerTable[];
    readonly relationships: readonly Relationship[];
    /** Global choices. */
    readonly optionSets: readonly OptionSet[];
    /** What makers changed of choices, in the unmanaged layer; laid over after everything else of the layer. */
    readonly choices?: readonly ChoiceChange[];
}

/** Everything about a table but its columns and keys. */
export type TableProperties = Omit<Table, 'logicalName' | 'columns' | 'keys'>;

/** A table that a layer brings, or its additions to a table that a lower layer brings. */
export interface LayerTable {
    readonly logicalName: string;
    /** Required for a table that no lower layer has; given for an existing table, these replace its own one by one. */
    readonly properties?: Partial<TableProperties>;
    /**
     * New columns, or changed ones (whole columns: their labels and options are merged into the lower layer's).
     * A choice column of a global option set may leave `optionSet.options` empty.
     * The platform's companions (`…name`, `…yominame`, `…type`, `…_base`) are added by themselves.
     */
    readonly columns: readonly Column[];
    readonly keys?: readonly TableKey[];
}
