import { LeadColumn, Table } from '../../lifecycle/columns';
import { stateOf, type StatusReason } from '../../lifecycle/configuration/status-reason';
import { asNumber, isRow } from '../../lifecycle/row';

type Utility = Pick<ComponentFramework.Utility, 'getEntityMetadata'>;

/** Status reasons of lead and the labels of their states, in the user's language. */
export interface StatusMetadata {
    readonly reasons: readonly StatusReason[];
    readonly stateLabels: ReadonlyMap<number, string>;
}

/**
 * Reads both from the environment.
 * @throws what the platform throws, when the metadata cannot be read
 */
export async function readStatusMetadata(utility: Utility): Promise<StatusMetadata> {
    const metadata: unknown = await utility.getEntityMetadata(Table.lead, [LeadColumn.state, LeadColumn.status]);
    const states = optionsOf(metadata, LeadColumn.state);
    const reasons = optionsOf(metadata, LeadColumn.status).flatMap((option) => {
        const state = isLeadState(option.state) ? option.state : stateOf(option.value, []);
        return state === null ? [] : [{ value: option.value, label: option.label, state }];
    });
    return { reasons, stateLabels: new Map(states.map((option) => [option.value, option.label])) };
}

/** An option of a choice column; those of status reasons name their state. */
export interface Option {
    readonly value: number;
    readonly label: string;
    readonly state: number | null;
}

/**
 * Options of a choice column. The framework answers them as `Attributes.get(column).attributeDescriptor.OptionSet`,
 * which its documentation leaves open; a tenant's answer was recorded by the community and is what is read here, with
 * the options themselves as a list or keyed by value.
 */
export function optionsOf(metadata: unknown, column: string): readonly Option[] {
    const attribute = callGet(memberOf(metadata, 'Attributes'), column);
    const optionSet =
        memberOf(memberOf(attribute, 'attributeDescriptor'), 'OptionSet') ?? memberOf(attribute, 'OptionSet');
    return (isRow(optionSet) ? Object.values(optionSet) : []).flatMap((option) => {
        const value = asNumber(memberOf(option, 'Value') ?? memberOf(option, 'value'));
        const label = memberOf(option, 'Label') ?? memberOf(option, 'text');
        if (value === null) return [];
        return [
            {
                value,
                label: typeof label === 'string' ? label : String(value),
                state: asNumber(memberOf(option, 'State')),
            },
        ];
    });
}

/** Display name of a column; undefined when the environment does not know it. */
export function displayNameOf(metadata: unknown, column: string): string | undefined {
    const attribute = callGet(memberOf(metadata, 'Attributes'), column);
    const name =
        memberOf(attribute, 'DisplayName') ?? memberOf(memberOf(attribute, 'attributeDescriptor'), 'DisplayName');
    return typeof name === 'string' && name !== '' ? name : undefined;
}

function callGet(collection: unknown, name: string): unknown {
    const get = memberOf(collection, 'get');
    return typeof get === 'function' ? (get.call(collection, name) as unknown) : memberOf(collection, name);
}

function memberOf(value: unknown, name: string): unknown {
    return isRow(value) ? value[name] : undefined;
}

function isLeadState(state: number | null): state is StatusReason['state'] {
    return state === 0 || state === 1 || state === 2;
}
