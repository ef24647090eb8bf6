/** `<order>`. */
import { DataverseError } from '../../errors';
import type { Order } from '../model';
import { booleanAttribute } from './attributes';
import { columnOf, type FetchScope } from './scope';
import { invalidFetch, type XmlElement } from './xml';

/** QueryBuilderAttributeNotAllowedForAggregateOrderBy */
const ATTRIBUTE_IN_AGGREGATE_ORDER = 0x80041131;

export function parseOrders(element: XmlElement, scope: FetchScope, byValue: boolean): readonly Order[] {
    return element.children
        .filter((child) => child.name === 'order')
        .map((order) => {
            const descending = booleanAttribute(order, 'descending');
            const entityName = order.attributes.get('entityname');
            const attribute = order.attributes.get('attribute');
            const alias = order.attributes.get('alias');
            // Of an aggregate query the alias names a result column; elsewhere, the attribute's own name counts.
            if (scope.aggregate && alias) return { column: alias, descending };
            if (!attribute) throw invalidFetch('an <order> needs "attribute"', order);
            if (scope.aggregate) {
                throw new DataverseError(
                    ATTRIBUTE_IN_AGGREGATE_ORDER,
                    `An attribute cannot be specified for an order clause for an aggregate Query. Use an alias, not '${attribute}'.`,
                );
            }
            const column = entityName ? attribute : columnOf(scope.table, attribute).logicalName;
            return {
                column,
                descending,
                ...(entityName ? { alias: entityName } : {}),
                ...(byValue ? { byValue } : {}),
            };
        });
}
