import { RowState } from '../choices';
import { CriterionColumn, ReasonColumn, TransitionColumn } from '../columns';
import { defaultConfiguration, defaultCriteria, defaultReasons, defaultTransitions, type Language } from '../defaults';
import { translateDefaults } from '../defaults/translate';
import { numberOf, type Row } from '../row';
import { readCriterion, type Criterion } from './criterion';
import { readDisqualificationReason, type DisqualificationReason } from './disqualification-reason';
import { readTransition, type Transition } from './transition';

/** What the makers of an environment have set, or the defaults where they have not. */
export interface Configuration {
    readonly transitions: readonly Transition[];
    readonly reasons: readonly DisqualificationReason[];
    readonly criteria: readonly Criterion[];
    /** Whether the reasons are rows that a lead can refer to; the defaults are not. */
    readonly reasonsAreRows: boolean;
    /** An admin has switched the makers' rules off; see `readGuardIsOff`. */
    readonly guardIsOff?: boolean;
}

/** All rows of the three tables, inactive ones included: a table is empty only when it holds no row at all. */
export interface ConfigurationRows {
    readonly transitions: readonly Row[];
    readonly reasons: readonly Row[];
    readonly criteria: readonly Row[];
}

/**
 * The configuration that applies. Each table stands for itself: while it holds no row, its defaults apply; as soon as
 * a maker keeps one row in it, only what is active there counts, even if that is nothing.
 * @param language of the texts, as far as the makers have left the defaults' as they were
 */
export function readConfiguration(rows: ConfigurationRows, language: Language): Configuration {
    const defaults = defaultConfiguration(language);
    const transitions = active(rows.transitions, readTransition);
    const reasons = active(rows.reasons, readDisqualificationReason);
    const criteria = active(rows.criteria, readCriterion);
    const reasonsAreRows = rows.reasons.length > 0;
    return {
        transitions:
            rows.transitions.length > 0
                ? translateDefaults(transitions, ['message'], defaultTransitions, language)
                : defaults.transitions,
        reasons: reasonsAreRows
            ? byOrder(translateDefaults(reasons, ['name'], defaultReasons, language))
            : defaults.reasons,
        criteria:
            rows.criteria.length > 0
                ? byOrder(translateDefaults(criteria, ['name', 'message'], defaultCriteria, language))
                : defaults.criteria,
        reasonsAreRows,
    };
}

/** Columns to read of each table. */
export const configurationColumns = {
    transitions: Object.values(TransitionColumn),
    reasons: Object.values(ReasonColumn),
    criteria: Object.values(CriterionColumn),
} as const;

function active<Item>(rows: readonly Row[], read: (row: Row) => Item | null): readonly Item[] {
    return rows
        .filter((row) => (numberOf(row, 'statecode') ?? RowState.active) === RowState.active)
        .map(read)
        .filter((item) => item !== null);
}

function byOrder<Item extends { readonly order: number; readonly name: string }>(
    items: readonly Item[],
): readonly Item[] {
    return [...items].sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
}
