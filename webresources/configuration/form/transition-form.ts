import { Table, TransitionColumn } from '../../../lifecycle/columns';
import { configurationColumns } from '../../../lifecycle/configuration/configuration';
import { transitionProblem } from '../../../lifecycle/configuration/problems';
import { labelOf, moveName } from '../../../lifecycle/configuration/status-reason';
import { readTransition } from '../../../lifecycle/configuration/transition';
import { plainId } from '../../../lifecycle/row';
import { guardSettings, numberIn, textIn, type Settings } from './settings-form';

/**
 * Called when the form of a transition has loaded: names it after its status reasons, and refuses one that permits
 * nothing or stands there already.
 * @returns settled when the name is kept
 */
async function onLoad(executionContext: Xrm.Events.EventContext): Promise<void> {
    const form = executionContext.getFormContext();
    const { statusReasons } = await guardSettings(form, (settings) => problemOf(form, settings));
    const name = form.getAttribute<Xrm.Attributes.StringAttribute>(TransitionColumn.name);
    let generated = nameOf();
    for (const column of [TransitionColumn.from, TransitionColumn.to]) {
        form.getAttribute(column)?.addOnChange(() => {
            const next = nameOf();
            const mayReplace = textIn(form, TransitionColumn.name) === '' || name?.getValue() === generated;
            if (mayReplace && next !== null) name?.setValue(next);
            generated = next ?? generated;
        });
    }

    function nameOf(): string | null {
        const from = numberIn(form, TransitionColumn.from);
        const to = numberIn(form, TransitionColumn.to);
        return from === null || to === null ? null : moveName(from, to, statusReasons);
    }
}

async function problemOf(form: Xrm.FormContext, { host, statusReasons }: Settings): Promise<string | null> {
    const from = numberIn(form, TransitionColumn.from);
    const to = numberIn(form, TransitionColumn.to);
    if (from === null || to === null) return null;
    const rows = await host.retrieveMultiple(
        Table.statusTransition,
        `?$select=${configurationColumns.transitions.join(',')}` +
            `&$filter=${TransitionColumn.from} eq ${from} and ${TransitionColumn.to} eq ${to}`,
    );
    const others = rows.map(readTransition).filter((transition) => transition !== null);
    const requiredRole = textIn(form, TransitionColumn.requiredRole);
    const id = plainId(form.data.entity.getId());
    const problem = transitionProblem({ id, from, to, requiredRole }, others, statusReasons);
    return problem === null
        ? null
        : host.text(`transition.problem.${problem}`, labelOf(from, statusReasons), labelOf(to, statusReasons));
}

export const TransitionForm = { onLoad };
