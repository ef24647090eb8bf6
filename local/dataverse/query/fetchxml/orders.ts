/** `<order>`. */
import type { Order } from '../model';
import { booleanAttribute } from './attributes';
import { columnOf, type FetchScope } from './scope';
import { invalidFetch, type XmlElement } from './xml';

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
            const column = entityName ? attribute : columnOf(scope.table, attribute).logicalName;
            return {
                column,
                descending,
                ...(entityName ? { alias: entityName } : {}),
                ...(byValue ? { byValue } : {}),
            };
        });
}
