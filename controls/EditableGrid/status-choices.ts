import { LeadColumn } from '../../lifecycle/columns';
import { labelOf } from '../../lifecycle/configuration/status-reason';
import { permittedTargets } from '../../lifecycle/transitions/permitted-targets';
import type { TransitionRules } from '../../lifecycle/transitions/decide';
import type { LeadRow } from './rows';

/** What a row's status reason can be changed to. */
export interface StatusChoices {
    readonly current: { readonly value: number | null; readonly label: string };
    readonly targets: readonly { readonly value: number; readonly label: string; readonly noteRequired: boolean }[];
}

/**
 * The present status reason and those that the transitions permit, by the values that the grid holds.
 * @param rules null while they are being read; then nothing else is offered
 */
export function statusChoices(row: LeadRow, rules: TransitionRules | null, roles: readonly string[]): StatusChoices {
    const label = row.texts[LeadColumn.status] || labelOf(row.status, rules?.statusReasons ?? []);
    const current = { value: row.status, label };
    if (rules === null || row.status === null) return { current, targets: [] };
    return { current, targets: permittedTargets(row.status, rules, { lead: row.values, roles }) };
}
