import { LeadState } from '../choices';
import { LeadColumn } from '../columns';
import { numberOf, textOf, type Row } from '../row';
import { stateOf, type StatusReason } from './status-reason';

/**
 * The status reasons that are known, and those that leads stand in without being known: the client may keep
 * its metadata longer than we do, and a maker may have added one since. The leads themselves tell label and state.
 */
export function withThoseOfLeads(
    statusReasons: readonly StatusReason[],
    leads: readonly Row[],
): readonly StatusReason[] {
    return leads.reduce<readonly StatusReason[]>((all, lead) => {
        const [value, state] = [numberOf(lead, LeadColumn.status), numberOf(lead, LeadColumn.state)];
        const known = Object.values(LeadState).find((it) => it === state);
        if (value === null || known === undefined || stateOf(value, all) !== null) return all;
        const label = textOf(lead, `${LeadColumn.status}@OData.Community.Display.V1.FormattedValue`);
        return [...all, { value, label: label || String(value), state: known }];
    }, statusReasons);
}
