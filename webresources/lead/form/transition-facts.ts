import { LeadColumn } from '../../../lifecycle/columns';
import { textOf, type Row } from '../../../lifecycle/row';
import type { TransitionFacts } from '../../../lifecycle/transitions/decide';
import type { FormRules } from '../../form/rules';

/** What a move on the form is decided by; its note is the one that the form may hold. */
export function transitionFacts(form: Xrm.FormContext, rules: FormRules, values: Row): TransitionFacts {
    const note = form.getAttribute(LeadColumn.disqualificationNote)
        ? textOf(values, LeadColumn.disqualificationNote)
        : '';
    return { lead: values, roles: rules.host.user.roles, note };
}
