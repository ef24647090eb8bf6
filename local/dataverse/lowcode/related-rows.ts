import type { TableValue } from '../../powerfx';
import type { Table } from '../metadata/types';
import type { Link } from '../query/model';
import { DataverseTable } from './dataverse-table';
import type { FormulaServices } from './formula-services';

/**
 * The rows that a one-to-many or many-to-many relationship of one row leads to.
 * @param navigationProperty such as `Lead_Tasks`
 */
export function relatedRows(
    services: FormulaServices,
    table: Table,
    id: string,
    navigationProperty: string,
): TableValue | undefined {
    const { metadata } = services.organization;
    const navigation = metadata.navigation(table.logicalName, navigationProperty);
    const related = navigation && metadata.findTable(navigation.otherTable);
    if (!navigation || !related || navigation.side === 'lookup') {
        return undefined;
    }
    if (navigation.side === 'collection') {
        return new DataverseTable(services, related, {
            filters: [equals(navigation.relationship.referencingColumn, id)],
        });
    }
    const { intersectTable, column1, column2 } = navigation.relationship;
    const [own, other] = navigation.side === 'first' ? [column1, column2] : [column2, column1];
    const link: Link = {
        table: intersectTable,
        from: other,
        to: related.primaryIdColumn,
        alias: 'intersect',
        type: 'inner',
        isIntersect: true,
        existsOnly: true,
        columns: [],
        filter: equals(own, id),
        links: [],
        orders: [],
    };
    return new DataverseTable(services, related, { links: [link] });
}

const equals = (column: string, value: string) =>
    ({
        kind: 'filter',
        type: 'and',
        conditions: [{ kind: 'condition', column, operator: 'eq', values: [value] }],
    }) as const;
