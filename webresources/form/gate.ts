import type { Gate } from '../../lifecycle/choices';
import { judgeGates, type Verdict } from '../../lifecycle/criteria/gate';
import { gateInput } from '../../lifecycle/stage-gate/gate-input';
import { openDialog } from '../xrm/dialogs';
import { focusColumn, isHidden, isReachable } from './focus-column';
import type { FormRules } from './rules';
import { formValues } from './values';

/**
 * How the form stands before some gates, with what has not been saved yet.
 *
 * The criteria judge the row, not the form: a field that is locked counts as the platform's own required steps do, and
 * so does a blocking criterion whose field is hidden, because Dataverse would refuse in any case. What is only
 * recommended is not asked for while the form hides its fields, which is how the platform treats hidden steps.
 */
export function judgeForm(form: Xrm.FormContext, rules: FormRules, gates: readonly Gate[]): Verdict {
    const verdict = judgeGates(gates, rules.configuration.criteria, formValues(form, rules.background));
    return { ...verdict, warnings: verdict.warnings.filter(({ column }) => !isHidden(form, column)) };
}

/**
 * Shows what stands in the way, and takes the seller to the field that they choose.
 * @param stage name of what the gate belongs to
 * @returns whether the seller goes on; never while something blocks
 */
export async function askGate(
    form: Xrm.FormContext,
    { host, configuration, statusReasons }: FormRules,
    table: string,
    stage: string,
    verdict: Verdict,
): Promise<boolean> {
    const columns = [...verdict.blocking, ...verdict.warnings].map(({ column }) => column);
    const labels = await host.columnLabels(table, columns);
    const input = gateInput(verdict, {
        stage,
        labelOfColumn: (column) => labels[column] ?? column,
        isReachable: (column) => isReachable(form, column),
    });
    // What the form goes by, which are the defaults where the user may not read the rules.
    const known = { ...host, configuration: async () => configuration, statusReasons: async () => statusReasons };
    let closed: PromiseLike<unknown> = Promise.resolve();
    const answer = await openDialog(known, 'gate', input, ({ pageInput, options }) => {
        closed = Xrm.Navigation.navigateTo(pageInput, options);
        return closed;
    });
    await closed;
    if (answer?.kind === 'focus') await focusColumn(form, answer.column);
    return answer?.kind === 'pass' && verdict.blocking.length === 0;
}
