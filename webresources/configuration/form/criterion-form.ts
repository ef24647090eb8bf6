import { Gate, Test } from '../../../lifecycle/choices';
import { CriterionColumn, LeadColumn, OpportunityColumn, Table } from '../../../lifecycle/columns';
import { comparesWithValue } from '../../../lifecycle/configuration/problems';
import { hasColumn } from '../../xrm/metadata';
import { guardSettings, numberIn, textIn, type Settings } from './settings-form';

/**
 * Called when the form of a criterion has loaded: offers the value only to tests that compare with one, and refuses a
 * column that the gate's table does not have.
 * @returns settled when the rules are in force
 */
async function onLoad(executionContext: Xrm.Events.EventContext): Promise<void> {
    const form = executionContext.getFormContext();
    const loaded = guardSettings(form, (settings) => problemOf(form, settings));
    showValue(form);
    form.getAttribute(CriterionColumn.test)?.addOnChange(() => showValue(form));
    await loaded;
}

function showValue(form: Xrm.FormContext): void {
    const needed = needsValue(form);
    form.getAttribute(CriterionColumn.testValue)?.controls.forEach((control) => {
        if ('setVisible' in control) control.setVisible(needed);
    });
}

function needsValue(form: Xrm.FormContext): boolean {
    const test = Object.values(Test).find((known) => known === numberIn(form, CriterionColumn.test));
    return test !== undefined && comparesWithValue(test);
}

async function problemOf(form: Xrm.FormContext, { host }: Settings): Promise<string | null> {
    const isOfLead = numberIn(form, CriterionColumn.gate) === Gate.qualify;
    const table = isOfLead ? Table.lead : Table.opportunity;
    const column = textIn(form, CriterionColumn.column).toLowerCase();
    if (column !== '' && !(await hasColumn(table, column))) {
        const example = isOfLead ? LeadColumn.budgetAmount : OpportunityColumn.customerNeed;
        return host.text('criterion.problem.column', table, column, example);
    }
    const lacksValue = needsValue(form) && textIn(form, CriterionColumn.testValue) === '';
    return lacksValue ? host.text('criterion.problem.value') : null;
}

export const CriterionForm = { onLoad };
