import { LeadState } from '../../../lifecycle/choices';
import { stateOf } from '../../../lifecycle/configuration/status-reason';
import type { FormRules } from '../../form/rules';
import type { SavedStatus } from './saved-status';

/** Whether the lead is still to be qualified; a closed one has the gate Qualify behind it. */
export function isOpenLead(saved: SavedStatus, { statusReasons }: FormRules): boolean {
    return saved.value === null || stateOf(saved.value, statusReasons) === LeadState.open;
}

/**
 * The stage after Qualify belongs to the opportunity, and only QualifyLead makes one: `moveNext` cannot cross to
 * another table (Microsoft Learn, "moveNext (Client API reference)"). So Next offers to qualify the lead.
 * @param qualify the command
 */
export async function offerToQualify({ host }: FormRules, qualify: () => Promise<void>): Promise<void> {
    const wanted = await host.confirm({
        title: host.text('gate.mustQualify.title'),
        text: host.text('gate.mustQualify.text'),
        confirmLabel: host.text('gate.mustQualify.button'),
        cancelLabel: host.text('button.stay'),
    });
    if (wanted) await qualify();
}
