import { LeadState } from '../../../lifecycle/choices';
import { LeadColumn } from '../../../lifecycle/columns';
import { stateOf } from '../../../lifecycle/configuration/status-reason';
import { rulesOf } from '../../../lifecycle/transitions/rules-of';
import { permittedTargets } from '../../../lifecycle/transitions/permitted-targets';
import type { FormRules } from '../../form/rules';
import { formValues } from '../../form/values';
import { chosenStatus, type SavedStatus } from './saved-status';
import { transitionFacts } from './transition-facts';

/**
 * Lets every control of the status reason offer only where the lead may go, besides where it is; what a transition
 * asks for counts as soon as it is typed. Other states are reached by Qualify, Disqualify and Reactivate, so they are
 * not offered here. Why a status reason is not offered is told by the command "Change status reason".
 */
export function offerPermittedStatus(form: Xrm.FormContext, rules: FormRules, saved: SavedStatus): void {
    const offer = (): void => {
        const attribute = form.getAttribute<Xrm.Attributes.OptionSetAttribute>(LeadColumn.status);
        const state = saved.value === null ? LeadState.open : stateOf(saved.value, rules.statusReasons);
        if (!attribute || state !== LeadState.open) return;
        const transitions = rulesOf(rules.configuration, rules.statusReasons);
        const facts = transitionFacts(form, rules, formValues(form, rules.background));
        const permitted = permittedTargets(saved.value, transitions, facts, state).map((target) => target.value);
        const present = [saved.value, chosenStatus(form)];
        const offered = rules.statusReasons.filter(({ value }) => present.includes(value) || permitted.includes(value));
        attribute.controls.forEach((control) => {
            if (!isOptionSet(control)) return;
            control.clearOptions();
            for (const { value, label } of offered) control.addOption({ value, text: label });
        });
    };
    offer();
    saved.subscribe(offer);
    const required = rules.configuration.transitions.flatMap((transition) => transition.requiredColumns);
    for (const column of new Set(required)) form.getAttribute(column)?.addOnChange(offer);
}

function isOptionSet(control: Xrm.Controls.Control): control is Xrm.Controls.OptionSetControl {
    return 'clearOptions' in control && 'addOption' in control;
}
