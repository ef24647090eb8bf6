import { Gate, LeadState, SaveMode } from '../../../lifecycle/choices';
import { Table } from '../../../lifecycle/columns';
import { decisionText } from '../../../lifecycle/commands/lead-row';
import { openCriterionText } from '../../../lifecycle/commands/criterion-text';
import { judge } from '../../../lifecycle/criteria/gate';
import { listText } from '../../../lifecycle/messages';
import { decide, type Decision } from '../../../lifecycle/transitions/decide';
import { rulesOf } from '../../../lifecycle/transitions/rules-of';
import { permittedTargets } from '../../../lifecycle/transitions/permitted-targets';
import type { FormRules, PendingRules } from '../../form/rules';
import { formValues } from '../../form/values';
import { chosenStatus, type SavedStatus } from './saved-status';
import { transitionFacts } from './transition-facts';

const REFUSED = 'leadlifecycle-refused';

/**
 * Refuses to save a move that the transitions do not permit, before Dataverse has to.
 *
 * Save modes tell the platform's own Qualify (16), Disqualify (15) and Reactivate (6) from a plain save, so those meet
 * the same rules. Before the rules have been read the handler answers with a promise, which the platform awaits.
 */
export function guardSave(form: Xrm.FormContext, pending: PendingRules, saved: SavedStatus): void {
    form.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) => {
        const args = context.getEventArgs();
        const rules = pending.now();
        return rules === null ? pending.loaded.then((loaded) => check(loaded, args)) : check(rules, args);
    });

    form.data.entity.addOnPostSave((context) => {
        if (context.getEventArgs().getIsSaveSuccess()) saved.update();
    });

    function check(rules: FormRules, args: Xrm.Events.SaveEventArguments): void {
        const from = saved.value;
        const mode: number = args.getSaveMode();
        const refusal = refusalOf(rules, from, mode);
        if (refusal !== null) {
            args.preventDefault();
            void tell(form, rules, refusal, mode === SaveMode.autoSave);
            return;
        }
        form.ui.clearFormNotification(REFUSED);
    }

    /** In words that are ready to be shown; null when nothing is refused. */
    function refusalOf(rules: FormRules, from: number | null, mode: number): Promise<string> | null {
        const values = formValues(form, rules.background);
        const facts = transitionFacts(form, rules, values);
        const transitions = rulesOf(rules.configuration, rules.statusReasons);
        const to = chosenStatus(form);
        const textOf = (decision: Decision, target: number): Promise<string> | null =>
            decision.allowed ? null : decisionText(rules.host, decision, from, target, rules.statusReasons);
        if (to !== null && to !== from) return textOf(decide(from, to, transitions, facts), to);

        const state = stateAfter(mode);
        if (state === null || from === null) return null;
        // The platform has not told the target yet, so any permitted one will do.
        const [target] = permittedTargets(from, transitions, facts, state);
        if (!target) {
            const [some] = rules.statusReasons.filter((reason) => reason.state === state);
            return some ? textOf(decide(from, some.value, transitions, facts), some.value) : null;
        }
        if (state !== LeadState.qualified) return null;
        const { blocking } = judge(Gate.qualify, rules.configuration.criteria, values);
        return blocking.length === 0 ? null : openCriteriaText(rules, blocking);
    }
}

/** The state that a save mode of the platform's own commands leads to; null for plain saves. */
function stateAfter(mode: number): LeadState | null {
    switch (mode) {
        case SaveMode.qualify:
            return LeadState.qualified;
        case SaveMode.disqualify:
            return LeadState.disqualified;
        case SaveMode.reactivate:
            return LeadState.open;
        default:
            return null;
    }
}

async function openCriteriaText({ host }: FormRules, blocking: ReturnType<typeof judge>['blocking']): Promise<string> {
    const labels = await host.columnLabels(
        Table.lead,
        blocking.map((criterion) => criterion.column),
    );
    const lines = blocking.map((criterion) => openCriterionText(host, criterion, labels));
    return host.text('gate.blocked.text', host.text('qualify.button'), listText(lines, host.text, lines.length));
}

/** A dialog for a save that the user asked for; a notification for an autosave, which would come again and again. */
async function tell(
    form: Xrm.FormContext,
    { host }: FormRules,
    refusal: Promise<string>,
    quietly: boolean,
): Promise<void> {
    const text = await refusal;
    if (quietly) form.ui.setFormNotification(text, 'ERROR', REFUSED);
    else await host.alert({ title: host.text('refusal.title'), text });
}
