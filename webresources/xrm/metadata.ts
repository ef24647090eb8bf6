import { LeadState, LeadStatus } from '../../lifecycle/choices';
import { LeadColumn, Table } from '../../lifecycle/columns';
import { stateOf, type StatusReason } from '../../lifecycle/configuration/status-reason';
import type { Text } from '../../lifecycle/messages';
import { asNumber } from '../../lifecycle/row';

/**
 * The status reasons of lead with their states. Where the client's metadata does not tell, those that Dynamics 365
 * Sales ships stand in.
 */
export async function readStatusReasons(text: Text): Promise<readonly StatusReason[]> {
    const attribute = (await attributesOf(Table.lead, [LeadColumn.status])).get(LeadColumn.status);
    const options = attribute === undefined ? [] : optionsOf(attribute);
    if (options.length > 0) return options;
    return Object.values(LeadStatus).map((value) => ({
        value,
        label: text(`status.${value}`),
        state: stateOf(value, []) ?? LeadState.open,
    }));
}

/** Display names of columns; a column without one is named by itself. */
export async function readColumnLabels(
    table: string,
    columns: readonly string[],
): Promise<Readonly<Record<string, string>>> {
    const attributes = await attributesOf(table, columns);
    return Object.fromEntries(
        columns.map((column) => {
            const attribute = attributes.get(column);
            const label =
                attribute && (labelOf(attribute['DisplayName']) || labelOf(descriptorOf(attribute)['DisplayName']));
            return [column, label || column];
        }),
    );
}

/** Whether a table has a column. A client that cannot tell is believed to have it. */
export async function hasColumn(table: string, column: string): Promise<boolean> {
    const known = await attributesOf(table, ['statecode', column]);
    return known.has(column) || !known.has('statecode');
}

type Part = Readonly<Record<string, unknown>>;

async function attributesOf(table: string, columns: readonly string[]): Promise<ReadonlyMap<string, Part>> {
    const found = new Map<string, Part>();
    try {
        const metadata: unknown = await Xrm.Utility.getEntityMetadata(table, [...columns]);
        const attributes = isPart(metadata) ? metadata['Attributes'] : undefined;
        for (const column of columns) {
            const attribute = itemOf(attributes, column);
            if (isPart(attribute)) found.set(column, attribute);
        }
    } catch (error) {
        // One unknown column, which a maker may have typed, must not cost the labels of all.
        if (columns.length > 1) {
            for (const column of columns) {
                for (const [name, attribute] of await attributesOf(table, [column])) found.set(name, attribute);
            }
        } else {
            console.error(error);
        }
    }
    return found;
}

function itemOf(collection: unknown, name: string): unknown {
    if (!isPart(collection)) return undefined;
    const { get } = collection;
    return typeof get === 'function' ? get.call(collection, name) : collection[name];
}

/** Options as the client's metadata has them: a list or an object by value, of Dataverse's or the client's own spelling. */
function optionsOf(attribute: Part): readonly StatusReason[] {
    const descriptor = descriptorOf(attribute);
    const options = descriptor['OptionSet'] ?? attribute['OptionSet'];
    const list = Array.isArray(options) ? options : isPart(options) ? Object.values(options) : [];
    return list.filter(isPart).flatMap((option) => {
        const value = asNumber(option['Value'] ?? option['value']);
        if (value === null) return [];
        const state = stateValue(asNumber(option['State'] ?? option['state'])) ?? stateOf(value, []);
        if (state === null) return [];
        return [{ value, label: labelOf(option['Label'] ?? option['text']) || String(value), state }];
    });
}

function stateValue(state: number | null): StatusReason['state'] | null {
    return Object.values(LeadState).find((known) => known === state) ?? null;
}

function descriptorOf(attribute: Part): Part {
    const descriptor = attribute['attributeDescriptor'];
    return isPart(descriptor) ? descriptor : {};
}

function labelOf(label: unknown): string {
    if (typeof label === 'string') return label;
    if (!isPart(label)) return '';
    const { UserLocalizedLabel: localized, Label: text } = label;
    if (typeof text === 'string') return text;
    return isPart(localized) && typeof localized['Label'] === 'string' ? localized['Label'] : '';
}

function isPart(value: unknown): value is Part {
    return typeof value === 'object' && value !== null;
}
