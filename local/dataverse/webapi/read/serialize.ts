/** Rows of a query → JSON with the annotations that were asked for. */
import type { Metadata } from '../../metadata/metadata';
import type { Column, Table } from '../../metadata/types';
import type { Environment, Row, Value } from '../../pipeline/types';
import { formatNumber, formatValue, textIn, type Currency } from '../../formatting/format-value';
import { isLookup, propertyName } from '../../query/odata/resolve';
import type { ResultColumn } from '../../query/run-query';
import { ROW_VERSION } from '../../store/columns';
import type { Call } from '../host';

export const FORMATTED = 'OData.Community.Display.V1.FormattedValue';
const NAVIGATION = 'Microsoft.Dynamics.CRM.associatednavigationproperty';
const LOGICAL_NAME = 'Microsoft.Dynamics.CRM.lookuplogicalname';
const ATTRIBUTE_NAME = 'OData.Community.Display.V1.AttributeName';

export type JsonRow = Record<string, unknown>;

/** ETag of a row version. */
export const etagOf = (version: Value | undefined): string | undefined =>
    typeof version === 'number' ? `W/"${version}"` : undefined;

/** Writes rows of one request; keeps what many rows share. */
export class Serializer {
    private readonly currencies = new Map<string, Currency | undefined>();
    private readonly navigationNames = new Map<string, string | undefined>();
    private readonly formatted: boolean;
    private readonly withNavigation: boolean;
    private readonly withLogicalName: boolean;
    private readonly withAttributeName: boolean;

    constructor(private readonly call: Call) {
        const { preferences } = call;
        this.formatted = preferences.includes(FORMATTED);
        this.withNavigation = preferences.includes(NAVIGATION);
        this.withLogicalName = preferences.includes(LOGICAL_NAME);
        this.withAttributeName = preferences.includes(ATTRIBUTE_NAME);
    }

    /** Whether names of lookups are needed at all. */
    get needsNames(): boolean {
        return this.formatted;
    }

    /** @param columns in the order of the answer; the primary id is added when it is not among them */
    row(row: Row, table: Table, columns: readonly ResultColumn[]): JsonRow {
        const json: JsonRow = {};
        const etag = etagOf(row[ROW_VERSION]);
        if (etag !== undefined) json['@odata.etag'] = etag;
        for (const column of columns) this.property(json, row, column, row[column.name] ?? null);
        const id = row[table.primaryIdColumn];
        if (id !== undefined && !(table.primaryIdColumn in json)) json[table.primaryIdColumn] = plain(id);
        return json;
    }

    private property(json: JsonRow, row: Row, result: ResultColumn, value: Value): void {
        const { column } = result;
        const isAliased = result.name !== column.logicalName;
        const name = isAliased ? result.name : propertyName(column);
        if (isLookup(column) && !result.aggregate && result.dateGrouping === undefined) {
            this.lookup(json, name, result, value);
        } else {
            if (this.formatted) {
                const text = this.formattedText(result, value, row);
                if (text !== undefined) json[`${name}@${FORMATTED}`] = text;
            }
            json[name] = plain(value);
        }
        if (isAliased && this.withAttributeName) json[`${name}@${ATTRIBUTE_NAME}`] = column.logicalName;
    }

    private lookup(json: JsonRow, name: string, result: ResultColumn, value: Value): void {
        const reference = value !== null && typeof value === 'object' && 'id' in value ? value : undefined;
        if (reference) {
            const table = String(reference.table);
            if (this.formatted && 'name' in reference && typeof reference.name === 'string') {
                json[`${name}@${FORMATTED}`] = reference.name;
            }
            if (this.withNavigation && result.link === undefined) {
                const navigation = this.navigationName(result.table, result.column, table);
                if (navigation !== undefined) json[`${name}@${NAVIGATION}`] = navigation;
            }
            if (this.withLogicalName) json[`${name}@${LOGICAL_NAME}`] = table;
        }
        json[name] = reference ? reference.id : null;
    }

    private formattedText(result: ResultColumn, value: Value, row: Row): string | undefined {
        const { column, aggregate, dateGrouping } = result;
        if (typeof value === 'number' && (aggregate === 'count' || aggregate === 'countcolumn' || dateGrouping)) {
            return formatNumber(value, 0, this.call.settings);
        }
        if (column.type === 'EntityName' && typeof value === 'string') {
            const { environment } = this.call.host;
            const table = environment.metadata.findTable(value);
            return table && textIn(table.displayName, this.call.settings.language);
        }
        const currency = column.type === 'Money' ? this.currencyOf(result, row) : undefined;
        return formatValue(column, value, this.call.settings, currency);
    }

    /** The row's own currency; the organization's for amounts in base currency and for sums over rows. */
    private currencyOf(result: ResultColumn, row: Row): Currency | undefined {
        const isBase = result.column.logicalName.endsWith('_base');
        const prefix = result.link === undefined ? '' : `${result.link}.`;
        const reference = isBase || result.aggregate ? null : (row[`${prefix}transactioncurrencyid`] ?? null);
        const id = reference !== null && typeof reference === 'object' && 'id' in reference ? String(reference.id) : '';
        if (!this.currencies.has(id)) this.currencies.set(id, readCurrency(this.call.host.environment, id));
        return this.currencies.get(id);
    }

    private navigationName(table: Table, column: Column, target: string): string | undefined {
        const key = `${table.logicalName}.${column.logicalName}.${target}`;
        if (!this.navigationNames.has(key)) {
            this.navigationNames.set(key, navigationNameOf(this.call.host.environment.metadata, table, column, target));
        }
        return this.navigationNames.get(key);
    }
}

/** The navigation property of a lookup towards one of its targets. */
export function navigationNameOf(metadata: Metadata, table: Table, column: Column, target: string): string | undefined {
    const relationships = metadata
        .manyToOneFrom(table.logicalName)
        .filter((relationship) => relationship.referencingColumn === column.logicalName);
    const exact = relationships.find((relationship) => relationship.referencedTable === target);
    const owner = relationships.find((relationship) => relationship.referencedTable === 'owner');
    return (column.type === 'Owner' ? (owner ?? exact) : (exact ?? owner))?.lookupNavigationProperty;
}

/** @param id of a currency; empty for the organization's base currency */
function readCurrency(environment: Environment, id: string): Currency | undefined {
    const row = environment.store
        .prepare<{ symbol: string | null; code: string | null; precision: number | null }>(
            `SELECT currencysymbol AS symbol, isocurrencycode AS code, currencyprecision AS precision FROM transactioncurrency
             WHERE transactioncurrencyid = coalesce(nullif(?, ''), (SELECT basecurrencyid FROM organization LIMIT 1))`,
        )
        .get(id);
    return row && { symbol: row.symbol ?? '', code: row.code ?? 'EUR', precision: row.precision ?? 2 };
}

/** A value as JSON has it. Choices columns are one text of numbers. */
export function plain(value: Value): unknown {
    if (Array.isArray(value)) return value.join(',');
    if (value !== null && typeof value === 'object' && 'id' in value) return value.id;
    return value;
}
