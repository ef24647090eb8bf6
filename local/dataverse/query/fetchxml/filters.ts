/** `<filter>` and `<condition>`. */
import { operatorNamed } from '../operators/registry';
import type { Condition, ConditionValue, Exists, Filter } from '../model';
import { parseFilterLink } from './links';
import { columnOf, type FetchScope } from './scope';
import { invalidFetch, type XmlElement } from './xml';

/** All filters that stand directly in `element`; several are joined by and. */
export function parseFilters(element: XmlElement, scope: FetchScope): Filter | undefined {
    const filters = element.children
        .filter((child) => child.name === 'filter')
        .map((filter) => parseFilter(filter, scope));
    if (filters.length <= 1) return filters[0];
    return { kind: 'filter', type: 'and', conditions: filters };
}

function parseFilter(element: XmlElement, scope: FetchScope): Filter {
    const type = element.attributes.get('type') ?? 'and';
    if (type !== 'and' && type !== 'or') throw invalidFetch(`"type" is "${type}"; it may be and, or`, element);
    const conditions = element.children.map((child): Condition | Filter | Exists => {
        switch (child.name) {
            case 'condition':
                return parseCondition(child, scope);
            case 'filter':
                return parseFilter(child, scope);
            case 'link-entity':
                return parseFilterLink(child, scope);
            default:
                throw invalidFetch(`<${child.name}> does not belong into <filter>`, child);
        }
    });
    return { kind: 'filter', type, conditions };
}

function parseCondition(element: XmlElement, scope: FetchScope): Condition {
    const attribute = element.attributes.get('attribute');
    const operatorName = element.attributes.get('operator');
    if (!attribute) throw invalidFetch('a condition needs "attribute"', element);
    if (!operatorName) throw invalidFetch(`the condition on "${attribute}" needs "operator"`, element);
    const operator = operatorNamed(operatorName);
    const alias = element.attributes.get('entityname');
    const table = alias ? scope.supply.tableOf(alias, scope, element) : scope.table;
    const column = columnOf(table, attribute).logicalName;
    const place: Omit<Condition, 'values'> = {
        kind: 'condition',
        column,
        operator: operator.name,
        ...(alias ? { alias } : {}),
    };

    const other = element.attributes.get('valueof');
    if (other !== undefined) {
        const [first, second] = other.split('.');
        const otherColumn = second === undefined ? { column: first ?? '' } : { alias: first ?? '', column: second };
        return { ...place, values: [], otherColumn };
    }

    const listed = element.children.filter((child) => child.name === 'value').map((child) => child.text);
    const single = element.attributes.get('value');
    const values: readonly ConditionValue[] = listed.length > 0 ? listed : single === undefined ? [] : [single];
    switch (operator.values) {
        case 'none':
            return { ...place, values: [] };
        case 'one':
            if (values.length !== 1) {
                throw invalidFetch(
                    `"${operatorName}" on "${attribute}" needs one value, not ${values.length}`,
                    element,
                );
            }
            return { ...place, values };
        case 'two':
            if (values.length !== 2) {
                throw invalidFetch(
                    `"${operatorName}" on "${attribute}" needs two values, not ${values.length}`,
                    element,
                );
            }
            return { ...place, values };
        case 'many': {
            // Some clients write in-lists into the "value" attribute, separated by commas.
            const many =
                listed.length > 0 || single === undefined ? values : single.split(',').map((each) => each.trim());
            return { ...place, values: many };
        }
    }
}
