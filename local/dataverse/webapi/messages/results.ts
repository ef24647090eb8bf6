/** Answers of messages as JSON. */
import type { Table } from '../../metadata/types';
import type {
    MessageDefinition,
    MessageParameter,
    MessageParameters,
    Row,
    RowParameter,
    RowReference,
} from '../../pipeline/types';
import { isWebApiProperty } from '../../query/visible-columns';
import { isLookup, propertyName } from '../../query/odata/resolve';
import type { Answer } from '../http';
import type { Call } from '../host';
import { navigationNameOf, plain } from '../read/serialize';

const NAMESPACE = 'Microsoft.Dynamics.CRM';

const isRowParameter = (value: object): value is RowParameter => 'table' in value && 'row' in value;
const isReference = (value: object): value is RowReference => 'table' in value && 'id' in value;

/** 204 for a message that returns nothing. */
export function resultAnswer(call: Call, message: MessageDefinition, result: MessageParameters): Answer {
    if (!message.returns) return { status: 204 };
    const type = message.returns.type.replace(/\bmscrm\./g, `${NAMESPACE}.`);
    const context = `${call.serviceRoot}$metadata#${type}`;
    const asNewRow = message.returns.type === 'mscrm.crmbaseentity';
    const json = Object.fromEntries(
        Object.entries(result).map(([name, value]) => [name, toJson(call, value, asNewRow)]),
    );
    const { value } = json;
    if (asNewRow && typeof value === 'object' && value !== null) {
        return { status: 200, json: { '@odata.context': context, ...value } };
    }
    return { status: 200, json: { '@odata.context': context, ...json } };
}

function toJson(call: Call, value: MessageParameter | object, asNewRow: boolean): unknown {
    if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
    if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
    if (Array.isArray(value)) return value.map((item: MessageParameter) => toJson(call, item, asNewRow));
    const { metadata } = call.host.environment;
    if (isRowParameter(value)) {
        const table = metadata.findTable(value.table);
        return {
            '@odata.type': `#${NAMESPACE}.${value.table}`,
            ...(table ? rowJson(call, table, value.row, asNewRow) : value.row),
        };
    }
    if (isReference(value)) {
        const table = metadata.findTable(value.table);
        return {
            '@odata.type': `#${NAMESPACE}.${value.table}`,
            [table?.primaryIdColumn ?? `${value.table}id`]: value.id,
        };
    }
    return Object.fromEntries(
        Object.entries(value as MessageParameters).map(([name, part]) => [name, toJson(call, part, asNewRow)]),
    );
}

/** @param asNewRow lookups as `…@odata.bind`, so that the row can be posted as it is */
function rowJson(call: Call, table: Table, row: Row, asNewRow: boolean): Record<string, unknown> {
    const { metadata } = call.host.environment;
    const json: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(row)) {
        const column = table.columns.get(name);
        if (!column || column.type === 'PartyList' || !isWebApiProperty(column, table, metadata)) continue;
        if (!isLookup(column) || !asNewRow) {
            json[propertyName(column)] = plain(value);
        } else if (value !== null && typeof value === 'object' && isReference(value)) {
            const navigation = navigationNameOf(metadata, table, column, value.table);
            const target = metadata.findTable(value.table);
            if (navigation !== undefined && target)
                json[`${navigation}@odata.bind`] = `${target.entitySetName}(${value.id})`;
        }
    }
    return json;
}
