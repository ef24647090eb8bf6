import type { Gate } from '../../lifecycle/choices';
import { openCriterionText } from '../../lifecycle/commands/criterion-text';
import type { Criterion } from '../../lifecycle/configuration/criterion';
import { judge } from '../../lifecycle/criteria/gate';
import { listText } from '../../lifecycle/messages';
import { asNumber } from '../../lifecycle/row';
import { gateOf, isForward } from '../../lifecycle/stage-gate/stage-gate';
import type { FormRules, PendingRules } from './rules';
import { formValues } from './values';

export interface StageGuard {
    readonly table: string;
    /** Gates whose columns are on this form's table. */
    readonly gates: readonly Gate[];
    /**
     * Says what stands in the way once no criterion does.
     * @returns null to let the move pass
     */
    readonly obstacle?: (rules: FormRules) => { readonly title: string; readonly text: string } | null;
}

interface Preventable {
    preventDefault(): void;
}

/**
 * Stops a move to the next stage, and the finish of the process, while a blocking criterion is open: one message names
 * them all. Criteria that only warn ask; the events cannot wait for the answer, so the move is stopped and made again
 * once the seller agrees. The same happens to a move that comes before the rules have been read.
 */
export function guardStages(form: Xrm.FormContext, pending: PendingRules, guard: StageGuard): void {
    const process = form.data.process;
    // The move that comes next is the seller's confirmed one.
    let confirmed = false;

    process.addOnPreStageChange((context) => {
        const args = context.getEventArgs();
        if (isForward(args.getDirection())) check(args, () => process.moveNext());
    });
    process.addOnPreProcessStatusChange((context) => {
        const args = context.getEventArgs();
        if (args.getStatus() === 'finished') check(args, () => process.setStatus('finished'));
    });

    function check(args: Preventable, again: () => void): void {
        if (confirmed) {
            confirmed = false;
            return;
        }
        // What the event calls its stage is the destination or the active one, depending on whom one asks.
        const stage = process.getActiveStage();
        const gate = stage ? gateOf({ id: stage.getId(), category: asNumber(stage.getCategory().getValue()) }) : null;
        if (gate === null || !guard.gates.includes(gate)) return;
        const rules = pending.now();
        if (rules === null) {
            args.preventDefault();
            void pending.loaded.then(again);
            return;
        }
        const { blocking, warnings } = judge(gate, rules.configuration.criteria, formValues(form, rules.background));
        const obstacle = guard.obstacle?.(rules) ?? null;
        if (blocking.length > 0) {
            args.preventDefault();
            void tell(rules, stage.getName(), blocking);
        } else if (obstacle !== null) {
            args.preventDefault();
            void rules.host.alert(obstacle);
        } else if (warnings.length > 0) {
            args.preventDefault();
            void ask(rules, stage.getName(), warnings, again);
        }
    }

    async function tell({ host }: FormRules, stage: string, blocking: readonly Criterion[]): Promise<void> {
        await host.alert({
            title: host.text('gate.blocked.title'),
            text: host.text('gate.blocked.text', stage, await linesOf(host, blocking)),
        });
    }

    async function ask(
        { host }: FormRules,
        stage: string,
        warnings: readonly Criterion[],
        again: () => void,
    ): Promise<void> {
        const goOn = await host.confirm({
            title: host.text('gate.warning.title'),
            text: host.text('gate.warning.text', stage, await linesOf(host, warnings)),
            confirmLabel: host.text('button.continue'),
            cancelLabel: host.text('button.stay'),
        });
        if (!goOn) return;
        confirmed = true;
        again();
    }

    async function linesOf(host: FormRules['host'], criteria: readonly Criterion[]): Promise<string> {
        const labels = await host.columnLabels(
            guard.table,
            criteria.map((criterion) => criterion.column),
        );
        return listText(
            criteria.map((criterion) => openCriterionText(host, criterion, labels)),
            host.text,
            criteria.length,
        );
    }
}
