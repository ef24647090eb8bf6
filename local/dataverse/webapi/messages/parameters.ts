/** Parameters of actions and functions → what messages take. */
import { randomUUID } from 'node:crypto';
import { DataverseError, ErrorCode, notSupportedHere } from '../../errors';
import type { Table } from '../../metadata/types';
import type {
    Environment,
    MessageDefinition,
    MessageParameter,
    MessageParameterDefinition,
    MessageParameters,
    Row,
    RowParameter,
    RowReference,
    Value,
} from '../../pipeline/types';
import { parseLiteral } from '../../query/odata/literals';
import { splitOutside } from '../../query/odata/parse-options';
import type { Literal } from '../../query/odata/syntax-tree';
import { findByAlternateKey, parseRowKey } from '../address/row-key';
import { rowReference } from '../address/row-reference';
import { splitPath, splitUrl } from '../address/split-url';
import { isObject, readJsonObject, type JsonObject } from '../body';
import type { Call } from '../host';
import { parsePayload } from '../write/payload';

const TYPE_NAME = /^#?(?:Microsoft\.Dynamics\.CRM|mscrm)\./;
const COLLECTION = /^Collection\((.+)\)$/;

/**
 * @param inline text in the parentheses of a function's call
 * @throws DataverseError 0x80060888 for unknown parameters, 0x80048d19 for values of the wrong type
 */
export function readParameters(call: Call, message: MessageDefinition, inline: string): MessageParameters {
    const given = message.kind === 'function' ? functionValues(call, inline) : readJsonObject(call.body);
    const definitions = new Map(message.parameters.map((parameter) => [parameter.name, parameter]));
    const parameters: Record<string, MessageParameter> = {};
    for (const [name, value] of Object.entries(given)) {
        if (name.includes('@')) continue;
        const definition = definitions.get(name);
        if (definition) {
            parameters[name] = convert(call.host.environment, message, definition, definition.type, value);
        } else if (name !== 'entity') {
            // "entity" is how the Sales app sends the row that a bound action is called on anyway.
            throw new DataverseError(
                ErrorCode.UnknownResource,
                `The parameter '${name}' in the request payload is not a valid parameter for the operation '${message.name}'.` +
                    ` It takes: ${[...definitions.keys()].join(', ') || 'none'}.`,
                400,
            );
        }
    }
    return parameters;
}

/** Values of a function's call: in the parentheses, directly or by alias, or in the query. */
function functionValues(call: Call, inline: string): JsonObject {
    const values: Record<string, unknown> = {};
    for (const pair of splitOutside(inline, ',')) {
        const equals = pair.indexOf('=');
        if (equals <= 0) {
            throw new DataverseError(
                ErrorCode.UnknownResource,
                `Bad Request - Error in query syntax: '${pair}' is not name=value.`,
                400,
            );
        }
        const text = pair.slice(equals + 1).trim();
        const aliased = text.startsWith('@') ? call.aliases.get(text) : text;
        // An alias without a value stands for null.
        values[pair.slice(0, equals).trim()] = aliased === undefined ? null : literalValue(parseLiteral(aliased));
    }
    for (const [name, text] of call.options) {
        if (!name.startsWith('$')) values[name] = literalValue(parseLiteral(text));
    }
    return values;
}

function literalValue(literal: Literal): unknown {
    switch (literal.kind) {
        case 'null':
            return null;
        case 'list':
            return literal.items.map(literalValue);
        default:
            return literal.value;
    }
}

function convert(
    environment: Environment,
    message: MessageDefinition,
    definition: MessageParameterDefinition,
    type: string,
    value: unknown,
): MessageParameter {
    if (value === null || value === undefined) return undefined;
    const wrong = (): DataverseError =>
        new DataverseError(
            ErrorCode.InvalidPayload,
            `Parameter '${definition.name}' of ${message.name} takes ${type}; given was ${JSON.stringify(value).slice(0, 100)}.`,
        );
    const items = COLLECTION.exec(type)?.[1];
    if (items !== undefined) {
        if (!Array.isArray(value)) throw wrong();
        return value.map((item) => convert(environment, message, definition, items, item)) as MessageParameter;
    }
    switch (type) {
        case 'Edm.String':
            if (typeof value !== 'string') throw wrong();
            return value;
        case 'Edm.Guid':
            if (typeof value !== 'string') throw wrong();
            return value.replace(/[{}]/g, '').toLowerCase();
        case 'Edm.DateTimeOffset':
            if (typeof value !== 'string') throw wrong();
            return value;
        case 'Edm.Int32':
        case 'Edm.Int64':
        case 'Edm.Decimal':
        case 'Edm.Double':
            if (typeof value !== 'number') throw wrong();
            return value;
        case 'Edm.Boolean':
            if (typeof value !== 'boolean') throw wrong();
            return value;
        case 'Edm.Binary':
            if (typeof value !== 'string') throw wrong();
            return Buffer.from(value, 'base64');
        case 'Edm.Untyped':
            return value as MessageParameter;
        default:
            if (!isObject(value)) return typeof value === 'string' || typeof value === 'number' ? value : fail(wrong());
            return structured(environment, type.replace(TYPE_NAME, ''), value);
    }
}

const fail = (error: Error): never => {
    throw error;
};

/** A row, or a complex value with rows in it. `{}` stands for none. */
function structured(environment: Environment, declared: string, value: JsonObject): MessageParameter {
    if (Object.keys(value).length === 0) return undefined;
    const type = typeof value['@odata.type'] === 'string' ? value['@odata.type'].replace(TYPE_NAME, '') : declared;
    const isRow =
        declared === 'crmbaseentity' || environment.metadata.findTable(type) !== undefined || '@odata.id' in value;
    if (isRow) return rowParameter(environment, type, value);
    if (Object.keys(value).every((name) => name === '@odata.type' || /^[a-z]+id$/.test(name))) {
        // A row of an abstract type, such as businessprocessflowinstance: its id is all that counts.
        return { table: type, row: plainRow(value) };
    }
    const parts: Record<string, MessageParameter> = {};
    for (const [name, part] of Object.entries(value)) {
        if (name.startsWith('@')) continue;
        parts[name] = isObject(part) ? structured(environment, '', part) : (part as MessageParameter);
    }
    return parts;
}

const plainRow = (value: JsonObject): Row =>
    Object.fromEntries(
        Object.entries(value)
            .filter(([name]) => !name.includes('@'))
            .map(([name, each]) => [name, each as Value]),
    );

function rowParameter(environment: Environment, type: string, value: JsonObject): RowParameter | RowReference {
    const { metadata } = environment;
    const id = value['@odata.id'];
    const columns = Object.keys(value).filter((name) => !name.startsWith('@'));
    if (typeof id === 'string' && columns.length === 0) return rowReference(environment, id);
    const table = metadata.findTable(type) ?? tableOfId(environment, columns) ?? tableOfAddress(environment, id);
    if (!table) return { table: type === 'crmbaseentity' ? '' : type, row: plainRow(value) };
    const { row, parents, children } = parsePayload(environment, table, value);
    const [related] = [...parents, ...children];
    if (related) {
        throw notSupportedHere(
            `A related row (${related.navigation.relationship.schemaName}) inside a message's parameter`,
        );
    }
    return {
        table: table.logicalName,
        row: typeof id === 'string' ? { ...keyOf(environment, table, id), ...row } : row,
    };
}

/** Without a type, the primary id among the properties tells the table. */
function tableOfId(environment: Environment, columns: readonly string[]): Table | undefined {
    return environment.metadata.tables.find(
        (table) => !table.isActivity && !table.isIntersect && columns.includes(table.primaryIdColumn),
    );
}

function tableOfAddress(environment: Environment, id: unknown): Table | undefined {
    if (typeof id !== 'string') return undefined;
    const [segment] = splitPath(splitUrl(id).path);
    return segment && environment.metadata.tableByEntitySet(segment.name);
}

/** Id, or alternate key with a new id, that an `@odata.id` beside other properties brings. */
function keyOf(environment: Environment, table: Table, address: string): Row {
    const { path, aliases } = splitUrl(address);
    const [segment] = splitPath(path);
    const key = parseRowKey(segment?.arguments ?? '', table, aliases);
    if (key.kind === 'id') return { [table.primaryIdColumn]: key.id };
    const existing = findByAlternateKey(environment, table, key.values);
    return existing === undefined
        ? { ...key.values, [table.primaryIdColumn]: randomUUID() }
        : { [table.primaryIdColumn]: existing };
}
