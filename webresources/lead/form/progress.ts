import { Gate, LeadState } from '../../../lifecycle/choices';
import { LeadColumn } from '../../../lifecycle/columns';
import { stateOf } from '../../../lifecycle/configuration/status-reason';
import { columnsOfGate, judge } from '../../../lifecycle/criteria/gate';
import type { FormRules } from '../../form/rules';
import { formValues } from '../../form/values';
import type { SavedStatus } from './saved-status';

/**
 * Shows what a change of a criterion's column does to the qualification progress, before it is saved. Only to be seen:
 * Dataverse computes what is kept.
 */
export function previewProgress(form: Xrm.FormContext, rules: FormRules, saved: SavedStatus): void {
    const attribute = form.getAttribute<Xrm.Attributes.NumberAttribute>(LeadColumn.qualificationProgress);
    if (!attribute) return;
    attribute.setSubmitMode('never');
    for (const column of columnsOfGate(Gate.qualify, rules.configuration.criteria)) {
        form.getAttribute(column)?.addOnChange(() => {
            const isOpen = saved.value === null || stateOf(saved.value, rules.statusReasons) === LeadState.open;
            if (!isOpen) return;
            const values = formValues(form, rules.background);
            attribute.setValue(judge(Gate.qualify, rules.configuration.criteria, values).progress);
        });
    }
}
