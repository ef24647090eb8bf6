import { LeadColumn } from '../../../lifecycle/columns';
import { textOf, type Row } from '../../../lifecycle/row';
import type { TransitionFacts } from '../../../lifecycle/transitions/decide';
import type { FormRules } from '../../form/rules';

/** Columns that a note for a move may stand in: the one that travels with it, and that of a disqualification. */
const NOTES: readonly string[] = [LeadColumn.statusNote, LeadColumn.disqualificationNote];

/** What a move on the form is decided by; its note is one that the form holds. */
export function transitionFacts(form: Xrm.FormContext, rules: FormRules, values: Row): TransitionFacts {
    const notes = NOTES.filter((column) => form.getAttribute(column)).map((column) => textOf(values, column));
    return { lead: values, roles: rules.host.user.roles, note: notes.find((note) => note !== '') ?? '' };
}
