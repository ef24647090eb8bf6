import { Gate, LeadState, SaveMode } from '../../../lifecycle/choices';
import { EntitySet, Table } from '../../../lifecycle/columns';
import { decisionText } from '../../../lifecycle/commands/lead-row';
import type { Verdict } from '../../../lifecycle/criteria/gate';
import { decide, type Decision } from '../../../lifecycle/transitions/decide';
import { rulesOf } from '../../../lifecycle/transitions/rules-of';
import { permittedTargets } from '../../../lifecycle/transitions/permitted-targets';
import { askGate, judgeForm } from '../../form/gate';
import { noteOpenPoints } from '../../form/open-points-note';
import type { FormRules, PendingRules } from '../../form/rules';
import { formValues } from '../../form/values';
import { waitBeforeSave, type SaveArguments } from '../../form/wait-before-save';
import { chosenStatus, type SavedStatus } from './saved-status';
import { transitionFacts } from './transition-facts';

const REFUSED = 'leadlifecycle-refused';

/** Whether the save may go on. */
type Answer = boolean | Promise<boolean>;

/**
 * Refuses to save a move that the transitions do not permit, before Dataverse has to.
 *
 * Save modes tell the platform's own Qualify (16), Disqualify (15) and Reactivate (6) from a plain save, so those meet
 * the same rules, and Qualify the same gate as our own command. Before the rules have been read, and while the seller
 * is asked, the handler answers with a promise, which the platform awaits in apps that allow asynchronous OnSave
 * handlers (Microsoft Learn, "Form OnSave event (Client API reference)").
 */
export function guardSave(form: Xrm.FormContext, pending: PendingRules, saved: SavedStatus): void {
    form.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) => {
        const args: SaveArguments = context.getEventArgs();
        const rules = pending.now();
        const answer = rules === null ? whenLoaded(args) : check(rules, args);
        if (answer === false) args.preventDefault();
        return typeof answer === 'boolean' ? undefined : waitBeforeSave(args, answer);
    });

    /** Without the rules, Dataverse decides. */
    async function whenLoaded(args: SaveArguments): Promise<boolean> {
        const rules = await pending.loaded.catch(() => null);
        return rules === null || check(rules, args);
    }

    form.data.entity.addOnPostSave((context) => {
        if (context.getEventArgs().getIsSaveSuccess()) saved.update();
    });

    function check(rules: FormRules, args: SaveArguments): Answer {
        const from = saved.value;
        const mode: number = args.getSaveMode();
        const refusal = refusalOf(rules, from, mode);
        if (refusal !== null) {
            void tell(form, rules, refusal, mode === SaveMode.autoSave);
            return false;
        }
        form.ui.clearFormNotification(REFUSED);
        return mode !== SaveMode.qualify || passGate(rules, args);
    }

    function passGate(rules: FormRules, args: SaveArguments): Answer {
        const verdict = judgeForm(form, rules, [Gate.qualify]);
        if (verdict.blocking.length > 0) {
            askQualifyGate(rules, verdict).catch(rules.host.report);
            return false;
        }
        return verdict.warnings.length === 0 || askAndNote(rules, args, verdict);
    }

    async function askAndNote(rules: FormRules, args: SaveArguments, verdict: Verdict): Promise<boolean> {
        args.disableAsyncTimeout?.();
        if (!(await askQualifyGate(rules, verdict))) return false;
        const row = { table: Table.lead, entitySet: EntitySet.lead };
        await noteOpenPoints(form, rules, row, rules.host.text('gate.note.qualify'), verdict.warnings);
        return true;
    }

    function askQualifyGate(rules: FormRules, verdict: Verdict): Promise<boolean> {
        return askGate(form, rules, Table.lead, rules.host.text('qualify.button'), verdict);
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
        if (permittedTargets(from, transitions, facts, state).length > 0) return null;
        const [some] = rules.statusReasons.filter((reason) => reason.state === state);
        return some ? textOf(decide(from, some.value, transitions, facts), some.value) : null;
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
