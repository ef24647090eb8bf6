/** `$select`, `$filter`, `$expand` over definitions, which are JSON and not rows. */
import { DataverseError, ErrorCode, notSupportedHere } from '../../errors';
import { parseFilter, type Aliases } from '../../query/odata/parse-filter';
import { parseCount, parseExpand, parseOrderBy, parseSelect } from '../../query/odata/parse-options';
import type { Expression, Literal } from '../../query/odata/syntax-tree';
import { isObject, type JsonObject } from '../body';
import type { Definition } from './definition';

type Options = ReadonlyMap<string, string>;

const unknown = (name: string, type: string): DataverseError =>
    new DataverseError(
        ErrorCode.UnknownResource,
        `Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${type}'.`,
        400,
    );

/** Those that `$filter` lets through, in the order of `$orderby`, at most `$top`. */
export function filterDefinitions(
    definitions: readonly Definition[],
    options: Options,
    aliases: Aliases,
): readonly Definition[] {
    const text = options.get('$filter');
    const expression = text ? parseFilter(text, aliases) : undefined;
    let found = expression ? definitions.filter((each) => evaluate(expression, each.json) === true) : [...definitions];
    const orderBy = options.get('$orderby');
    if (orderBy) {
        const orders = parseOrderBy(orderBy);
        found = [...found].sort((left, right) => {
            for (const { path, descending } of orders) {
                const order = compare(valueAt(left.json, path), valueAt(right.json, path));
                if (order !== 0) return descending ? -order : order;
            }
            return 0;
        });
    }
    const top = options.get('$top');
    return top === undefined ? found : found.slice(0, parseCount('$top', top));
}

/** One definition with the properties of `$select` and the related ones of `$expand`. */
export function definitionJson(definition: Definition, options: Options, aliases: Aliases): JsonObject {
    const names = parseSelect(options.get('$select') ?? '');
    const json: Record<string, unknown> = {};
    if (names.length === 0) {
        Object.assign(json, definition.json);
    } else {
        if ('@odata.type' in definition.json) json['@odata.type'] = definition.json['@odata.type'];
        for (const name of names) {
            if (name in definition.json) json[name] = definition.json[name];
            else if (!(name in definition.navigations)) throw unknown(name, definition.type);
        }
        if ('MetadataId' in definition.json) json['MetadataId'] ??= definition.json['MetadataId'];
    }
    const expand = options.get('$expand');
    for (const item of expand ? parseExpand(expand) : []) {
        const [name = ''] = item.path;
        const related = definition.navigations[name];
        // Every attribute is asked for its choices when a list is expanded; those without any have none to show.
        if (!related && (name === 'OptionSet' || name === 'GlobalOptionSet')) continue;
        if (!related) throw unknown(name, definition.type);
        const value = related();
        json[name] = Array.isArray(value)
            ? filterDefinitions(value as readonly Definition[], item.options, aliases).map((each) =>
                  definitionJson(each, item.options, aliases),
              )
            : value === null
              ? null
              : definitionJson(value as Definition, item.options, aliases);
    }
    return json;
}

function valueAt(json: JsonObject, path: readonly string[]): unknown {
    let value: unknown = json;
    for (const segment of path) {
        if (!isObject(value) || !(segment in value)) throw unknown(path.join('/'), 'MetadataBase');
        value = value[segment];
    }
    return value;
}

function compare(left: unknown, right: unknown): number {
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    const [one, other] = [String(left ?? ''), String(right ?? '')];
    return one < other ? -1 : one > other ? 1 : 0;
}

function evaluate(expression: Expression, json: JsonObject): unknown {
    switch (expression.kind) {
        case 'and':
            return expression.operands.every((operand) => evaluate(operand, json) === true);
        case 'or':
            return expression.operands.some((operand) => evaluate(operand, json) === true);
        case 'not':
            return evaluate(expression.operand, json) !== true;
        case 'path':
            return valueAt(json, expression.segments);
        case 'literal':
            return literalValue(expression.literal);
        case 'in':
            return expression.items.map(literalValue).includes(evaluate(expression.left, json));
        case 'comparison': {
            const left = evaluate(expression.left, json);
            const right = evaluate(expression.right, json);
            switch (expression.operator) {
                case 'eq':
                    return left === right;
                case 'ne':
                    return left !== right;
                case 'gt':
                    return compare(left, right) > 0;
                case 'ge':
                    return compare(left, right) >= 0;
                case 'lt':
                    return compare(left, right) < 0;
                case 'le':
                    return compare(left, right) <= 0;
            }
            return false;
        }
        case 'call':
            return textFunction(
                expression.name,
                expression.arguments.map((argument) => String(evaluate(argument, json))),
            );
        case 'queryFunction':
        case 'lambda':
            throw notSupportedHere(`A ${expression.kind} in the filter of definitions`);
    }
}

function textFunction(name: string, [text = '', part = '']: readonly string[]): boolean {
    switch (name) {
        case 'contains':
            return text.includes(part);
        case 'startswith':
            return text.startsWith(part);
        case 'endswith':
            return text.endsWith(part);
        default:
            throw notSupportedHere(`The filter function "${name}"`);
    }
}

const literalValue = (literal: Literal): unknown => {
    switch (literal.kind) {
        case 'null':
            return null;
        case 'list':
            return literal.items.map(literalValue);
        default:
            return literal.value;
    }
};
