/** EntityDefinitions, GlobalOptionSetDefinitions, RelationshipDefinitions and the paths below them. */
import { DataverseError, ErrorCode, notSupportedHere } from '../../errors';
import { parseLiteral } from '../../query/odata/literals';
import { idIn } from '../address/row-key';
import type { Segment } from '../address/split-url';
import { unknownSegment } from '../answers';
import type { Answer } from '../http';
import type { Call } from '../host';
import { messageName } from '../messages/invoke';
import type { Definition } from './definition';
import { entityDefinition } from './entity-definitions';
import { optionSetDefinition } from './option-set-definitions';
import { relationshipDefinition } from './relationship-definitions';
import { definitionJson, filterDefinitions } from './select-definitions';

/** Read only: tables and columns come with solutions. */
export function routeMetadata(call: Call, first: Segment, rest: readonly Segment[]): Answer {
    if (call.method !== 'GET') {
        throw notSupportedHere(
            `${call.method} ${first.name}: changing tables by request. Import a solution that holds the change; it`,
        );
    }
    const all = definitionsNamed(call, first.name);
    const place = first.arguments === undefined ? first.name : `${first.name}(${first.arguments})`;
    if (first.arguments === undefined || first.arguments === '') return collection(call, place, all, rest);
    return single(call, place, find(call, all, first.arguments), rest);
}

function definitionsNamed(call: Call, name: string): readonly Definition[] {
    const { metadata } = call.host.environment;
    const { language } = call.context;
    switch (name) {
        case 'EntityDefinitions':
            return metadata.tables.map((table) => entityDefinition(table, metadata, language));
        case 'RelationshipDefinitions':
            return metadata.relationships.map(relationshipDefinition);
        default:
            return [...metadata.optionSets.values()].map((optionSet) =>
                optionSetDefinition(optionSet, 'Picklist', language),
            );
    }
}

/** By MetadataId, LogicalName, SchemaName or Name. */
function find(call: Call, definitions: readonly Definition[], key: string): Definition {
    const id = idIn(key);
    let found: Definition | undefined;
    if (id !== undefined) {
        found = definitions.find((each) => each.json['MetadataId'] === id);
    } else {
        const [, name = '', value = ''] = /^\s*(\w+)\s*=\s*(.+)$/.exec(key) ?? [];
        const literal = value === '' ? undefined : parseLiteral(call.aliases.get(value) ?? value);
        const wanted = literal?.kind === 'guid' || literal?.kind === 'string' ? literal.value : undefined;
        found = definitions.find(
            (each) => wanted !== undefined && String(each.json[name]).toLowerCase() === wanted.toLowerCase(),
        );
    }
    if (!found) {
        throw new DataverseError(ErrorCode.ObjectDoesNotExist, `Could not find a definition with ${key}.`, 404);
    }
    return found;
}

function collection(call: Call, place: string, definitions: readonly Definition[], rest: readonly Segment[]): Answer {
    const [next, ...further] = rest;
    if (next?.name.includes('.')) {
        const type = messageName(next.name);
        return collection(
            call,
            `${place}/${next.name}`,
            definitions.filter((each) => each.type === type),
            further,
        );
    }
    const found = filterDefinitions(definitions, call.options, call.aliases);
    if (next?.name === '$count') {
        return { status: 200, text: String(found.length), headers: { 'Content-Type': 'text/plain' } };
    }
    if (next) throw unknownSegment(next.name);
    return {
        status: 200,
        json: {
            '@odata.context': `${call.serviceRoot}$metadata#${place}`,
            ...(call.options.get('$count') === 'true' ? { '@odata.count': found.length } : {}),
            value: found.map((each) => definitionJson(each, call.options, call.aliases)),
        },
    };
}

function single(call: Call, place: string, definition: Definition, rest: readonly Segment[]): Answer {
    const [next, ...further] = rest;
    if (!next) {
        return {
            status: 200,
            json: {
                '@odata.context': `${call.serviceRoot}$metadata#${place}/$entity`,
                ...definitionJson(definition, call.options, call.aliases),
            },
        };
    }
    if (next.name.includes('.')) {
        if (messageName(next.name) !== definition.type) {
            throw new DataverseError(
                ErrorCode.ObjectDoesNotExist,
                `The definition at ${place} is a ${definition.type}, not a ${messageName(next.name)}.`,
                404,
            );
        }
        return single(call, `${place}/${next.name}`, definition, further);
    }
    const related = definition.navigations[next.name];
    const below = `${place}/${next.name}`;
    if (related) {
        const value = related();
        if (value === null) return { status: 204 };
        if (!Array.isArray(value)) return single(call, below, value as Definition, further);
        const list = value as readonly Definition[];
        if (next.arguments === undefined || next.arguments === '') return collection(call, below, list, further);
        return single(call, `${below}(${next.arguments})`, find(call, list, next.arguments), further);
    }
    if (next.name in definition.json && further.length === 0) {
        return {
            status: 200,
            json: { '@odata.context': `${call.serviceRoot}$metadata#${below}`, value: definition.json[next.name] },
        };
    }
    throw unknownSegment(next.name);
}
