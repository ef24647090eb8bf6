import { LeadColumn } from '../../../lifecycle/columns';
import { decide } from '../../../lifecycle/transitions/decide';
import { rulesOf } from '../../../lifecycle/transitions/rules-of';
import type { FormRules } from '../../form/rules';
import { formValues } from '../../form/values';
import { showSectionOf } from '../../form/sections';
import { chosenStatus, type SavedStatus } from './saved-status';
import { transitionFacts } from './transition-facts';

/**
 * Shows the field for a note while the seller changes the status reason, and demands it where the transition does.
 * The note travels with the change; Dataverse keeps it in the history and empties the column.
 */
export function askForStatusNote(form: Xrm.FormContext, rules: FormRules, saved: SavedStatus): void {
    const attribute = form.getAttribute<Xrm.Attributes.StringAttribute>(LeadColumn.statusNote);
    if (!attribute) return;
    const change = (): { readonly from: number; readonly to: number } | null => {
        const [from, to] = [saved.value, chosenStatus(form)];
        return from !== null && to !== null && from !== to ? { from, to } : null;
    };
    const adjust = (): void => {
        const changing = change();
        attribute.setRequiredLevel(changing && demandsNote(changing.from, changing.to) ? 'required' : 'none');
        showSectionOf(form, [LeadColumn.statusNote], changing !== null);
    };
    adjust();
    saved.subscribe(adjust);
    form.getAttribute(LeadColumn.status)?.addOnChange(() => {
        // A choice that is taken back takes its note with it; what an earlier change has left is not of this one.
        if (attribute.getValue() && (change() === null || !attribute.getIsDirty())) attribute.setValue(null);
        adjust();
    });

    function demandsNote(from: number, to: number): boolean {
        const facts = transitionFacts(form, rules, formValues(form, rules.background));
        const decision = decide(from, to, rulesOf(rules.configuration, rules.statusReasons), { ...facts, note: '' });
        return !decision.allowed && decision.refusals.some((refusal) => refusal.code === 'note-missing');
    }
}
