import { OpportunityState } from '../choices';
import { isRow, numberOf, textOf, type Row } from '../row';

/** A status reason of opportunity with the state that it belongs to. */
export interface OpportunityStatus {
    readonly value: number;
    readonly label: string;
    readonly state: OpportunityState;
    /** Whether the state takes it when nothing is said. */
    readonly isDefault: boolean;
}

const ATTRIBUTES = "EntityDefinitions(LogicalName='opportunity')/Attributes";

/** Addresses that read the status reasons of opportunity, and the default of each state. */
export const statusAddresses: readonly string[] = [
    `${ATTRIBUTES}(LogicalName='statuscode')/Microsoft.Dynamics.CRM.StatusAttributeMetadata?$select=LogicalName&$expand=OptionSet`,
    `${ATTRIBUTES}(LogicalName='statecode')/Microsoft.Dynamics.CRM.StateAttributeMetadata?$select=LogicalName&$expand=OptionSet`,
];

/** The status reasons that makers have added included, in the order of the choice. */
export function readStatuses([statuses, states]: readonly unknown[]): readonly OpportunityStatus[] {
    const defaults = new Set(optionsOf(states).map((option) => numberOf(option, 'DefaultStatus')));
    return optionsOf(statuses).flatMap((option) => {
        const value = numberOf(option, 'Value');
        const state = Object.values(OpportunityState).find((known) => known === numberOf(option, 'State'));
        if (value === null || state === undefined) return [];
        return [{ value, label: labelOf(option['Label']) || String(value), state, isDefault: defaults.has(value) }];
    });
}

/** The status reasons of one state, its default first. */
export function statusesOf(
    state: OpportunityState,
    statuses: readonly OpportunityStatus[],
): readonly OpportunityStatus[] {
    const own = statuses.filter((status) => status.state === state);
    return [...own.filter(({ isDefault }) => isDefault), ...own.filter(({ isDefault }) => !isDefault)];
}

function optionsOf(attribute: unknown): readonly Row[] {
    const optionSet = isRow(attribute) ? attribute['OptionSet'] : null;
    const options = isRow(optionSet) ? optionSet['Options'] : null;
    return Array.isArray(options) ? options.filter(isRow) : [];
}

/** Of a label as metadata has it (Microsoft Learn, "Label ComplexType"). */
export function labelOf(label: unknown): string {
    const localized = isRow(label) ? label['UserLocalizedLabel'] : null;
    return isRow(localized) ? textOf(localized, 'Label') : '';
}
