import { LeadState } from '../../../lifecycle/choices';
import { stateOf } from '../../../lifecycle/configuration/status-reason';
import type { StageGuard } from '../../form/stage-guard';
import type { SavedStatus } from './saved-status';

/**
 * The stage after Qualify belongs to the opportunity, and only QualifyLead makes one: `moveNext` cannot cross to
 * another table (Microsoft Learn, "moveNext (Client API reference)"). So an open lead is told to be qualified.
 */
export function mustQualify(saved: SavedStatus): NonNullable<StageGuard['obstacle']> {
    return ({ host, statusReasons }) => {
        const isOpen = saved.value === null || stateOf(saved.value, statusReasons) === LeadState.open;
        return isOpen ? { title: host.text('gate.mustQualify.title'), text: host.text('gate.mustQualify.text') } : null;
    };
}
