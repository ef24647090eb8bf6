import type { LeadState } from '../choices';

/**
 * The file that transitions travel in from one environment to another. Everything in it is named twice: by what
 * Dataverse calls it and by what people call it, because the values of status reasons that makers add differ between
 * environments while their labels do not.
 */
export const FILE_FORMAT = 'lead-lifecycle/status-transitions';
export const FILE_VERSION = 1;

export interface StatusInFile {
    readonly value: number;
    readonly label: string;
    readonly state: StateInFile;
}

export interface ColumnInFile {
    readonly name: string;
    /** Only for people; not read. */
    readonly label: string;
}

export interface TransitionInFile {
    readonly from: StatusInFile;
    readonly to: StatusInFile;
    readonly requiredColumns: readonly ColumnInFile[];
    readonly noteRequired: boolean;
    readonly requiredRole: string;
    readonly message: string;
    readonly active: boolean;
}

export interface TransitionFile {
    readonly format: typeof FILE_FORMAT;
    readonly version: typeof FILE_VERSION;
    readonly transitions: readonly TransitionInFile[];
}

/** States of lead as the file calls them, in whatever language the maker works. */
export const STATE_NAMES = ['Open', 'Qualified', 'Disqualified'] as const;
export type StateInFile = (typeof STATE_NAMES)[number];

export function stateName(state: LeadState): StateInFile {
    return STATE_NAMES[state];
}

/** As many rows as one changeset carries (Microsoft Learn, "Execute batch operations using the Web API"). */
export const MOST_TRANSITIONS = 1000;
