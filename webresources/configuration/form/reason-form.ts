import { ReasonColumn } from '../../../lifecycle/columns';
import { closesLead } from '../../../lifecycle/configuration/problems';
import { labelOf } from '../../../lifecycle/configuration/status-reason';
import { guardSettings, numberIn, type Settings } from './settings-form';

/**
 * Called when the form of a disqualification reason has loaded: keeps the label of its status reason for the lists,
 * and refuses a status reason that leaves the lead open.
 * @returns settled when the label is kept
 */
async function onLoad(executionContext: Xrm.Events.EventContext): Promise<void> {
    const form = executionContext.getFormContext();
    const { statusReasons } = await guardSettings(form, async (settings) => problemOf(form, settings));
    form.getAttribute(ReasonColumn.status)?.addOnChange(() => {
        const label = labelOf(numberIn(form, ReasonColumn.status), statusReasons);
        form.getAttribute<Xrm.Attributes.StringAttribute>(ReasonColumn.statusName)?.setValue(label);
    });
}

function problemOf(form: Xrm.FormContext, { host, statusReasons }: Settings): string | null {
    const status = numberIn(form, ReasonColumn.status);
    if (status === null || closesLead(status, statusReasons)) return null;
    const examples = statusReasons.filter(({ value }) => closesLead(value, statusReasons));
    return host.text('reason.problem.status', labelOf(status, statusReasons), examples[0]?.label ?? '');
}

export const ReasonForm = { onLoad };
