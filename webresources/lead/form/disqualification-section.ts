import { LeadState } from '../../../lifecycle/choices';
import { LeadColumn } from '../../../lifecycle/columns';
import { stateOf } from '../../../lifecycle/configuration/status-reason';
import { isBlank } from '../../../lifecycle/row';
import { showSectionOf } from '../../form/sections';
import type { SavedStatus } from './saved-status';

const COLUMNS: readonly string[] = [
    LeadColumn.disqualificationReason,
    LeadColumn.disqualificationNote,
    LeadColumn.revisitOn,
];

/** Shows what a disqualification has left behind, and no empty fields to those who work an open lead. */
export function showDisqualification(form: Xrm.FormContext, saved: SavedStatus): void {
    const show = (): void => {
        const isDisqualified = saved.value !== null && stateOf(saved.value, []) === LeadState.disqualified;
        const isKnown = COLUMNS.some((column) => !isBlank(form.getAttribute(column)?.getValue()));
        showSectionOf(form, COLUMNS, isDisqualified || isKnown);
    };
    show();
    saved.subscribe(show);
}
