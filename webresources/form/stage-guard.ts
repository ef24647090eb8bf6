import type { Gate } from '../../lifecycle/choices';
import type { Criterion } from '../../lifecycle/configuration/criterion';
import { asNumber } from '../../lifecycle/row';
import { gateOf, isForward, type ActiveStage } from '../../lifecycle/stage-gate/stage-gate';
import { stagesLeft, stagesToTheEnd } from '../../lifecycle/stage-gate/stages-left';
import { askGate, judgeForm } from './gate';
import { noteOpenPoints, type NotedRow } from './open-points-note';
import type { FormRules, PendingRules } from './rules';
import { saveQuietly } from './save';

export interface StageGuard extends NotedRow {
    /** Gates whose columns are on this form's table. */
    readonly gates: readonly Gate[];
    /** Whether the row still has gates before it; true unless said otherwise. */
    readonly isGuarded?: (rules: FormRules) => boolean;
    /** What happens instead of a move that no blocking criterion stops; for gates that another command opens. */
    readonly instead?: (rules: FormRules) => Promise<void>;
}

interface NamedStage extends ActiveStage {
    readonly name: string;
}

/** A move as the event tells it, and how to make it again. */
interface Move {
    preventDefault(): void;
    /** The stages that it leaves behind, of those of the process. */
    readonly left: (stages: readonly NamedStage[], active: NamedStage) => readonly NamedStage[];
    /** @param done called with the platform's answer */
    readonly again: (done: (result: string) => void) => void;
}

/** Answers of the platform to a move that took place (Microsoft Learn, "moveNext", "setStatus"). */
const MADE: readonly string[] = ['success', 'crossEntity', 'finished'];

/**
 * Stops a move onwards, and the finish of the process, while a criterion is open: one dialog names them all. The
 * events cannot wait for its answer, so the move is stopped, and made again once the seller agrees to leave what is
 * only recommended; a note keeps what that was. The same happens to a move that comes before the rules have been read.
 */
export function guardStages(form: Xrm.FormContext, pending: PendingRules, guard: StageGuard): void {
    const process = form.data.process;
    // The move that comes next has been agreed to.
    let agreed = false;
    let busy = false;

    process.addOnPreStageChange((context) => {
        const args = context.getEventArgs();
        if (!isForward(args.getDirection())) return;
        const named = args.getStage?.()?.getId() ?? null;
        check({
            preventDefault: () => args.preventDefault(),
            left: (stages, active) => stagesLeft(stages, active, named),
            again: (done) => repeat(named, done),
        });
    });
    process.addOnPreProcessStatusChange((context) => {
        const args = context.getEventArgs();
        if (args.getStatus() !== 'finished') return;
        check({
            preventDefault: () => args.preventDefault(),
            left: stagesToTheEnd,
            again: (done) => process.setStatus('finished', done),
        });
    });

    function check(move: Move): void {
        if (agreed) {
            agreed = false;
            return;
        }
        const active = activeStage();
        if (active === null) return;
        const left = move.left(allStages(), active).filter((stage) => guardedGate(stage) !== null);
        if (left.length === 0) return;
        const rules = pending.now();
        if (rules === null) {
            move.preventDefault();
            void oneAtATime(() => comeAgain(move));
        } else if (guard.isGuarded?.(rules) !== false) {
            judge(rules, move, left);
        }
    }

    async function comeAgain(move: Move): Promise<void> {
        const isKnown = await pending.loaded.then(
            () => true,
            () => false,
        );
        busy = false;
        // Without rules the move is Dataverse's to judge.
        if (isKnown) move.again(() => undefined);
        else await goOn(move);
    }

    function judge(rules: FormRules, move: Move, left: readonly NamedStage[]): void {
        const gates = left.map(guardedGate).filter((gate) => gate !== null);
        const verdict = judgeForm(form, rules, gates);
        const isBlocked = verdict.blocking.length > 0;
        if (!isBlocked && !guard.instead && verdict.warnings.length === 0) return;
        move.preventDefault();
        const stage = left.map(({ name }) => name).join(', ');
        oneAtATime(async () => {
            if (!isBlocked && guard.instead) await guard.instead(rules);
            else if (await askGate(form, rules, guard.table, stage, verdict)) {
                await leave(rules, move, stage, verdict.warnings);
            }
        }).catch(rules.host.report);
    }

    /** A second click while a question stands opens no second dialog, nor does it move the row twice. */
    async function oneAtATime(answer: () => Promise<void>): Promise<void> {
        if (busy) return;
        busy = true;
        try {
            await answer();
        } finally {
            busy = false;
        }
    }

    /** Saves first, because the platform moves no row with unsaved changes from a script. */
    async function leave(rules: FormRules, move: Move, stage: string, open: readonly Criterion[]): Promise<void> {
        if (!(await saveQuietly(form))) return;
        const result = await goOn(move);
        if (!MADE.includes(result)) return;
        await noteOpenPoints(form, rules, guard, rules.host.text('gate.note.title', stage), open);
    }

    function goOn(move: Move): Promise<string> {
        agreed = true;
        return new Promise<string>((resolve) => move.again(resolve)).finally(() => (agreed = false));
    }

    function repeat(named: string | null, done: (result: string) => void): void {
        const active = activeStage();
        const several = active !== null && stagesLeft(allStages(), active, named).length > 1;
        if (several && named !== null) process.setActiveStage(named, done);
        else process.moveNext(done);
    }

    function guardedGate(stage: ActiveStage): Gate | null {
        const gate = gateOf(stage);
        return gate !== null && guard.gates.includes(gate) ? gate : null;
    }

    function activeStage(): NamedStage | null {
        // What the event calls its stage is the destination or the active one, depending on whom one asks.
        const stage = process.getActiveStage();
        return stage ? readStage(stage) : null;
    }

    function allStages(): readonly NamedStage[] {
        const stages: NamedStage[] = [];
        process
            .getActiveProcess()
            ?.getStages()
            .forEach((stage) => void stages.push(readStage(stage)));
        return stages;
    }
}

function readStage(stage: Xrm.ProcessFlow.Stage): NamedStage {
    return { id: stage.getId(), category: asNumber(stage.getCategory().getValue()), name: stage.getName() };
}
