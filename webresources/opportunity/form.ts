import { Gate } from '../../lifecycle/choices';
import { EntitySet, Table } from '../../lifecycle/columns';
import { columnsOfGate } from '../../lifecycle/criteria/gate';
import { loadRules } from '../form/rules';
import { guardStages } from '../form/stage-guard';

/** Microsoft Learn, "getFormType (Client API reference)": a closed opportunity is shown read-only. */
const READ_ONLY = 3;

const GATES: readonly Gate[] = [Gate.develop, Gate.propose, Gate.close];

/**
 * Called when the opportunity form has loaded: Develop, Propose and Close are left only with what they should leave
 * behind.
 * @returns settled when the rules are in force
 */
async function onLoad(executionContext: Xrm.Events.EventContext): Promise<void> {
    const form = executionContext.getFormContext();
    const rules = loadRules(form, Table.opportunity, ({ criteria }) =>
        GATES.flatMap((gate) => columnsOfGate(gate, criteria)),
    );
    guardStages(form, rules, {
        table: Table.opportunity,
        entitySet: EntitySet.opportunity,
        gates: GATES,
        isGuarded: () => Number(form.ui.getFormType()) !== READ_ONLY,
    });
    await rules.loaded;
}

export const OpportunityForm = { onLoad };
