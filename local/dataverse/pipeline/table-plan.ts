/** What writing to a table needs to know of it, worked out once per metadata. */
import type { Column, OneToManyRelationship, Table } from '../metadata/types';
import type { Metadata } from '../metadata/metadata';
import { VIEW_TABLES, lookupTypeColumn, physicalColumns } from '../store/columns';

/** How one stored column's value becomes SQL and back. */
export interface StoredColumn {
    readonly column: Column;
    readonly name: string;
    /** Of a lookup that can point to several tables. */
    readonly typeName: string | undefined;
    /** The only table a lookup can point to. */
    readonly onlyTarget: string | undefined;
    /** Computed by the store; never written. */
    readonly isGenerated: boolean;
}

/** A money column and the column that holds its value in the organization's base currency. */
export interface MoneyPair {
    readonly column: Column;
    readonly base: Column | undefined;
}

export interface TablePlan {
    readonly table: Table;
    readonly stored: ReadonlyMap<string, StoredColumn>;
    /** SQL: every stored column of one row. */
    readonly selectById: string;
    readonly deleteById: string;
    readonly money: readonly MoneyPair[];
    readonly partyLists: readonly Column[];
    readonly stateColumn: Column | undefined;
    readonly statusColumn: Column | undefined;
    /** Columns with a default of their own. */
    readonly defaults: readonly (readonly [string, number | boolean | string])[];
    /** Columns a new row must have. */
    readonly required: readonly Column[];
    /** Whether rows exist only through other tables (a view). */
    readonly isView: boolean;
    /** The lookups of other tables that point to this one. */
    readonly referencedBy: readonly OneToManyRelationship[];
}

const plans = new WeakMap<Metadata, Map<string, TablePlan>>();

/** @throws DataverseError 0x80060888 when there is no such table */
export function tablePlan(metadata: Metadata, logicalName: string): TablePlan {
    let known = plans.get(metadata);
    if (!known) {
        known = new Map();
        plans.set(metadata, known);
    }
    let plan = known.get(logicalName);
    if (!plan) {
        plan = makePlan(metadata, metadata.table(logicalName));
        known.set(logicalName, plan);
    }
    return plan;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function makePlan(metadata: Metadata, table: Table): TablePlan {
    const stored = new Map<string, StoredColumn>();
    for (const physical of physicalColumns(table)) {
        if (physical.holdsLookupType) {
            continue;
        }
        const isGenerated = physical.generatedAs !== undefined;
        const targets = physical.column.targets ?? [];
        stored.set(physical.name, {
            column: physical.column,
            name: physical.name,
            typeName: isGenerated ? undefined : lookupTypeColumn(physical.column),
            onlyTarget: targets.length === 1 ? targets[0] : undefined,
            isGenerated,
        });
    }
    const columns = [...table.columns.values()];
    const key = `${quoted(table.logicalName)} WHERE ${quoted(table.primaryIdColumn)} = ?`;
    return {
        table,
        stored,
        selectById: `SELECT * FROM ${key}`,
        deleteById: `DELETE FROM ${key}`,
        money: columns
            .filter(({ type, logicalName }) => type === 'Money' && !logicalName.endsWith('_base'))
            .map((column) => ({ column, base: table.columns.get(`${column.logicalName}_base`) })),
        partyLists: columns.filter(({ type }) => type === 'PartyList'),
        stateColumn: columns.find(({ type }) => type === 'State'),
        statusColumn: columns.find(({ type }) => type === 'Status'),
        defaults: columns.flatMap((column) => defaultOf(column)),
        required: columns.filter((column) => mustBeGiven(table, column)),
        isView: VIEW_TABLES.has(table.logicalName),
        referencedBy: metadata
            .oneToManyFrom(table.logicalName)
            .filter(({ referencingTable }) => !VIEW_TABLES.has(referencingTable)),
    };
}

/** −1 is how choice columns say that they have no default. */
const NO_DEFAULT = -1;

function defaultOf(column: Column): readonly (readonly [string, number | boolean | string])[] {
    const { defaultValue, type, logicalName, attributeOf } = column;
    if (attributeOf !== undefined || defaultValue === undefined || type === 'State' || type === 'Status') {
        return [];
    }
    switch (type) {
        case 'Boolean':
            return [[logicalName, defaultValue === true || defaultValue === 1]];
        case 'Picklist':
            return defaultValue === NO_DEFAULT ? [] : [[logicalName, defaultValue]];
        case 'Integer':
        case 'Decimal':
        case 'Double':
        case 'Money':
        case 'String':
        case 'Memo':
            return [[logicalName, defaultValue]];
        default:
            return [];
    }
}

/**
 * Required by the system, given by the caller, and of a kind the platform cannot fill in by itself. Owners, ids,
 * states and times are filled in by rules of their own.
 */
function mustBeGiven(table: Table, column: Column): boolean {
    const { type } = column;
    return (
        column.requiredLevel === 'SystemRequired' &&
        column.validForCreate &&
        column.attributeOf === undefined &&
        column.defaultValue === undefined &&
        column.logicalName !== table.primaryIdColumn &&
        (type === 'Lookup' || type === 'Customer' || (type === 'String' && column.isCustom))
    );
}
