import { LeadState } from '../../../lifecycle/choices';
import { LeadColumn } from '../../../lifecycle/columns';
import { stateOf } from '../../../lifecycle/configuration/status-reason';
import { isBlank } from '../../../lifecycle/row';
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
        for (const column of COLUMNS) {
            form.getAttribute(column)?.controls.forEach((control) => {
                const section: unknown = control.getParent();
                if (isSection(section)) section.setVisible(isDisqualified || isKnown);
            });
        }
    };
    show();
    saved.subscribe(show);
}

function isSection(container: unknown): container is Xrm.Controls.Section {
    return typeof container === 'object' && container !== null && 'setVisible' in container;
}
