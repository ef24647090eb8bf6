import { Gate, LeadState } from '../../../lifecycle/choices';
import { LeadColumn } from '../../../lifecycle/columns';
import { stateOf } from '../../../lifecycle/configuration/status-reason';
import { columnsOfGate, judge } from '../../../lifecycle/criteria/gate';
import type { FormRules } from '../../form/rules';
import { formValues } from '../../form/values';
import type { SavedStatus } from './saved-status';

/** Recomputes the qualification progress whenever a column of its criteria changes. */
export function keepProgress(form: Xrm.FormContext, rules: FormRules, saved: SavedStatus): void {
    for (const column of columnsOfGate(Gate.qualify, rules.configuration.criteria)) {
        form.getAttribute(column)?.addOnChange(() => writeProgress(form, rules, saved));
    }
}

/** Writes the progress of an open lead into its column, if the form holds it and it has changed. */
export function writeProgress(form: Xrm.FormContext, rules: FormRules, saved: SavedStatus): void {
    const attribute = form.getAttribute<Xrm.Attributes.NumberAttribute>(LeadColumn.qualificationProgress);
    const isOpen = saved.value === null || stateOf(saved.value, rules.statusReasons) === LeadState.open;
    if (!attribute || !isOpen) return;
    const values = formValues(form, rules.background);
    const { progress } = judge(Gate.qualify, rules.configuration.criteria, values);
    if (attribute.getValue() !== progress) attribute.setValue(progress);
}
