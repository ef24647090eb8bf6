import { Gate } from '../../lifecycle/choices';
import { EntitySet, LeadColumn, Table } from '../../lifecycle/columns';
import type { Configuration } from '../../lifecycle/configuration/configuration';
import { columnsOfGate } from '../../lifecycle/criteria/gate';
import { loadRules, type FormRules } from '../form/rules';
import { guardStages } from '../form/stage-guard';
import { showDisqualification } from './form/disqualification-section';
import { guardSave } from './form/save-guard';
import { offerPermittedStatus } from './form/status-options';
import { askForStatusNote } from './form/status-note';
import { previewProgress } from './form/progress';
import { savedStatus } from './form/saved-status';
import { isOpenLead, offerToQualify } from './form/must-qualify';
import { LeadCommands } from './commands';

/**
 * Called when the lead form has loaded. Adds every handler at once, because the platform does not wait for promises
 * here; what the handlers decide by is read in the background.
 * @returns settled when the rules are in force
 */
async function onLoad(executionContext: Xrm.Events.EventContext): Promise<void> {
    const form = executionContext.getFormContext();
    const saved = savedStatus(form);
    showDisqualification(form, saved);
    const rules = loadRules(form, Table.lead, columnsOf);
    guardSave(form, rules, saved);
    guardStages(form, rules, {
        table: Table.lead,
        entitySet: EntitySet.lead,
        gates: [Gate.qualify],
        isGuarded: (known) => isOpenLead(saved, known),
        instead: (known) => offerToQualify(known, () => LeadCommands.qualifyFromForm(form)),
    });
    await rules.loaded.then((loaded) => {
        offerPermittedStatus(form, loaded, saved);
        askForStatusNote(form, loaded, saved);
        previewProgress(form, loaded, saved);
        if (loaded.configuration.guardIsOff) tellThatGuardIsOff(form, loaded);
    });
}

function tellThatGuardIsOff(form: Xrm.FormContext, { host }: FormRules): void {
    form.ui.setFormNotification(host.text('guard.off'), 'INFO', 'leadlifecycle-guard');
}

function columnsOf(configuration: Configuration): readonly string[] {
    return [
        LeadColumn.status,
        ...columnsOfGate(Gate.qualify, configuration.criteria),
        ...configuration.transitions.flatMap((transition) => transition.requiredColumns),
    ];
}

export const LeadForm = { onLoad };
