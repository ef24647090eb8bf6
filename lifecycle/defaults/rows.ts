import { CriterionColumn, ReasonColumn, Table, TransitionColumn } from '../columns';
import type { Row } from '../row';
import { defaultCriteria } from './criteria';
import { defaultReasons } from './disqualification-reasons';
import type { Language } from './language';
import { defaultTransitions } from './transitions';

/** Tables that makers set rows of. */
export type ConfigurationTable =
    | typeof Table.statusTransition
    | typeof Table.disqualificationReason
    | typeof Table.criterion;

/** A default as a row to create; its id is among its columns. */
export interface DefaultRow {
    readonly table: ConfigurationTable;
    readonly id: string;
    readonly columns: Row;
}

/** English labels of the stock status reasons and their French ones, for the names of transitions. */
const STATUS_LABELS: Readonly<Record<Language, readonly string[]>> = {
    1033: ['New', 'Contacted', 'Qualified', 'Lost', 'Cannot Contact', 'No Longer Interested', 'Canceled'],
    1036: ['Nouveau', 'Contacté', 'Qualifié', 'Perdu', 'Impossible à contacter', 'Plus intéressé', 'Annulé'],
};

/** The defaults of one table, or of all three, as rows: what the data package and "Load defaults" write. */
export function defaultRows(language: Language, table?: ConfigurationTable): readonly DefaultRow[] {
    const label = (status: number): string => STATUS_LABELS[language][status - 1] ?? String(status);
    const rows: readonly DefaultRow[] = [
        ...defaultTransitions(language).map(
            (transition): DefaultRow => ({
                table: Table.statusTransition,
                id: transition.id,
                columns: {
                    [TransitionColumn.id]: transition.id,
                    [TransitionColumn.name]: `${label(transition.from)} → ${label(transition.to)}`,
                    [TransitionColumn.from]: transition.from,
                    [TransitionColumn.to]: transition.to,
                    [TransitionColumn.requiredColumns]: transition.requiredColumns.join(',') || null,
                    [TransitionColumn.noteRequired]: transition.noteRequired,
                    [TransitionColumn.requiredRole]: transition.requiredRole || null,
                    [TransitionColumn.message]: transition.message || null,
                },
            }),
        ),
        ...defaultReasons(language).map(
            (reason): DefaultRow => ({
                table: Table.disqualificationReason,
                id: reason.id,
                columns: {
                    [ReasonColumn.id]: reason.id,
                    [ReasonColumn.name]: reason.name,
                    [ReasonColumn.status]: reason.status,
                    [ReasonColumn.statusName]: label(reason.status),
                    [ReasonColumn.noteRequired]: reason.noteRequired,
                    [ReasonColumn.revisitAfterDays]: reason.revisitAfterDays,
                    [ReasonColumn.order]: reason.order,
                },
            }),
        ),
        ...defaultCriteria(language).map(
            (criterion): DefaultRow => ({
                table: Table.criterion,
                id: criterion.id,
                columns: {
                    [CriterionColumn.id]: criterion.id,
                    [CriterionColumn.name]: criterion.name,
                    [CriterionColumn.column]: criterion.column,
                    [CriterionColumn.test]: criterion.test,
                    [CriterionColumn.testValue]: criterion.testValue || null,
                    [CriterionColumn.weight]: criterion.weight,
                    [CriterionColumn.gate]: criterion.gate,
                    [CriterionColumn.enforcement]: criterion.enforcement,
                    [CriterionColumn.message]: criterion.message || null,
                    [CriterionColumn.order]: criterion.order,
                },
            }),
        ),
    ];
    return table === undefined ? rows : rows.filter((row) => row.table === table);
}
