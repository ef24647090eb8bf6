/** What of a formula over a table can be left to the query: the table as Power Fx's delegation sees it. */
import type { ComparisonOperator, TableSource } from '../../powerfx';
import { labelText } from '../metadata/labels';
import type { Metadata } from '../metadata/metadata';
import { BASE_LANGUAGE, type Column, type Table } from '../metadata/types';
import { isStored } from '../store/columns';
import { resolveColumnPath } from './column-path';

const EQUALITY: ReadonlySet<ComparisonOperator> = new Set(['=', '<>', 'in']);
const ORDER: ReadonlySet<ComparisonOperator> = new Set(['=', '<>', '<', '<=', '>', '>=', 'in']);
const TEXT: ReadonlySet<ComparisonOperator> = new Set(['=', '<>', 'startsWith', 'endsWith', 'contains', 'in']);
const NONE: ReadonlySet<ComparisonOperator> = new Set();

export class DataverseTableSource implements TableSource {
    readonly canCount = true;
    readonly canLimit = true;
    readonly canCreate: boolean;
    readonly canUpdate: boolean;
    readonly canDelete: boolean;

    constructor(
        private readonly metadata: Metadata,
        readonly table: Table,
    ) {
        this.canCreate = !table.isIntersect;
        this.canUpdate = !table.isIntersect;
        this.canDelete = !table.isIntersect;
    }

    get name(): string {
        return this.table.entitySetName;
    }

    get displayName(): string {
        return labelText(this.table.displayCollectionName, BASE_LANGUAGE);
    }

    get primaryKey(): string {
        return this.table.primaryIdColumn;
    }

    canFilter(path: string, operator: ComparisonOperator): boolean {
        const found = resolveColumnPath(this.metadata, this.table, path);
        return found !== undefined && isStored(found.column) && operatorsOf(found.column).has(operator);
    }

    canSort(path: string): boolean {
        const found = resolveColumnPath(this.metadata, this.table, path);
        return found !== undefined && isStored(found.column) && isSortable(found.column);
    }
}

function operatorsOf(column: Column): ReadonlySet<ComparisonOperator> {
    switch (column.type) {
        case 'BigInt':
        case 'DateTime':
        case 'Decimal':
        case 'Double':
        case 'Integer':
        case 'Money':
        case 'Picklist':
        case 'State':
        case 'Status':
            return ORDER;
        case 'EntityName':
        case 'Memo':
        case 'String':
            return TEXT;
        case 'Boolean':
        case 'Customer':
        case 'Lookup':
        case 'Owner':
        case 'Uniqueidentifier':
            return EQUALITY;
        case 'File':
        case 'Image':
        case 'ManagedProperty':
        case 'MultiSelectPicklist':
        case 'PartyList':
        case 'Virtual':
            return NONE;
    }
}

function isSortable(column: Column): boolean {
    switch (column.type) {
        case 'BigInt':
        case 'Boolean':
        case 'DateTime':
        case 'Decimal':
        case 'Double':
        case 'Integer':
        case 'Money':
        case 'Picklist':
        case 'State':
        case 'Status':
        case 'String':
        case 'Uniqueidentifier':
            return true;
        case 'Customer':
        case 'EntityName':
        case 'File':
        case 'Image':
        case 'Lookup':
        case 'ManagedProperty':
        case 'Memo':
        case 'MultiSelectPicklist':
        case 'Owner':
        case 'PartyList':
        case 'Virtual':
            return false;
    }
}
