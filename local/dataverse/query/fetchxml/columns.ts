/** `<attribute>` and `<all-attributes>`. */
import { notSupportedHere } from '../../errors';
import type { SelectedColumn } from '../model';
import { booleanAttribute } from './attributes';
import { columnOf, type FetchScope } from './scope';
import { invalidFetch, type XmlElement } from './xml';

type Aggregate = NonNullable<SelectedColumn['aggregate']>;
type DateGrouping = NonNullable<SelectedColumn['dateGrouping']>;

const AGGREGATES: ReadonlyMap<string, Aggregate> = new Map(
    (['count', 'countcolumn', 'sum', 'avg', 'min', 'max'] as const).map((name) => [name, name]),
);

const DATE_GROUPINGS: ReadonlyMap<string, DateGrouping> = new Map(
    (['day', 'week', 'month', 'quarter', 'year', 'fiscal-period', 'fiscal-year'] as const).map((name) => [name, name]),
);

/** Columns that `element` asks for; `all` for a table's own element without any. */
export function parseColumns(element: XmlElement, scope: FetchScope): readonly SelectedColumn[] | 'all' {
    const attributes = element.children.filter((child) => child.name === 'attribute');
    if (element.children.some((child) => child.name === 'all-attributes')) return 'all';
    if (attributes.length === 0) return element.name === 'entity' && !scope.aggregate ? 'all' : [];
    return attributes.map((attribute) => parseColumn(attribute, scope));
}

function parseColumn(attribute: XmlElement, scope: FetchScope): SelectedColumn {
    const name = attribute.attributes.get('name');
    if (!name) throw invalidFetch('the attribute "name" is missing', attribute);
    if (attribute.attributes.has('rowaggregate')) throw notSupportedHere('FetchXML "rowaggregate"');
    const column = columnOf(scope.table, name).logicalName;
    const alias = attribute.attributes.get('alias');
    const aggregate = oneOf(AGGREGATES, attribute, 'aggregate');
    const dateGrouping = oneOf(DATE_GROUPINGS, attribute, 'dategrouping');
    if (scope.aggregate && !alias) throw invalidFetch(`the aggregate column "${name}" needs an "alias"`, attribute);
    if (aggregate && !scope.aggregate) {
        throw invalidFetch(`"aggregate" on "${name}" needs aggregate="true" on <fetch>`, attribute);
    }
    return {
        column,
        ...(alias ? { alias } : {}),
        ...(aggregate ? { aggregate } : {}),
        ...(booleanAttribute(attribute, 'distinct') ? { distinct: true } : {}),
        ...(booleanAttribute(attribute, 'groupby') ? { groupBy: true } : {}),
        ...(dateGrouping ? { dateGrouping } : {}),
    };
}

function oneOf<Value>(values: ReadonlyMap<string, Value>, element: XmlElement, name: string): Value | undefined {
    const text = element.attributes.get(name);
    if (text === undefined) return undefined;
    const value = values.get(text);
    if (value === undefined) {
        throw invalidFetch(`"${name}" is "${text}"; it may be ${[...values.keys()].join(', ')}`, element);
    }
    return value;
}
