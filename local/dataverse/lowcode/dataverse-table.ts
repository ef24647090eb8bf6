/**
 * A table of the environment as a table of Power Fx. Filters, orders and limits are gathered, and become one query when
 * rows are asked for; the query runs as the user of the formula.
 */
import {
    ErrorValue,
    GuidValue,
    TableValue,
    errorValue,
    type QueryCondition,
    type RecordValue,
    type Row as FormulaRow,
    type TableQuery,
} from '../../powerfx';
import type { Table } from '../metadata/types';
import type { Row } from '../pipeline/types';
import type { Filter, Link, Order, Query, SelectedColumn } from '../query/model';
import { runQuery } from '../query/run-query';
import { resolveColumnPath } from './column-path';
import { toQueryFilter } from './conditions';
import type { FormulaServices } from './formula-services';
import { fromFormula, referenceOf } from './from-formula';
import { LookupJoins } from './lookup-joins';
import { RowValue } from './row-value';
import { serverError } from './server-errors';
import { isFormulaColumn } from './table-fields';

/** Rows that a formula may hold at once (Microsoft Learn, "Low-code plug-ins Power Fx", limitations). */
const GREATEST_ROW_COUNT = 1000;

/** What has been asked of the table so far. */
interface Request {
    readonly filters?: readonly Filter[];
    /** The one that counts most first. */
    readonly orders?: readonly Order[];
    readonly links?: readonly Link[];
    readonly joins?: LookupJoins;
    readonly limit?: number;
}

export class DataverseTable extends TableValue {
    private readonly joins: LookupJoins;

    constructor(
        private readonly services: FormulaServices,
        readonly table: Table,
        private readonly request: Request = {},
    ) {
        super();
        this.joins = request.joins ?? new LookupJoins();
    }

    *rows(): Generator<FormulaRow> {
        const found = this.read();
        if (found instanceof ErrorValue) {
            yield found;
            return;
        }
        for (const row of found) {
            yield this.rowValue(row);
        }
    }

    override get query(): TableQuery {
        const { request, joins, table, services } = this;
        const { metadata } = services.organization;
        const narrowed = (more: Request): DataverseTable =>
            new DataverseTable(services, table, { ...request, joins, ...more });
        return {
            where: (condition: QueryCondition) => {
                const filter =
                    request.limit === undefined
                        ? toQueryFilter(condition, metadata, table, joins, services.timeZone)
                        : undefined;
                return filter && narrowed({ filters: [...(request.filters ?? []), filter] });
            },
            orderBy: (path, descending) => {
                const found = request.limit === undefined ? resolveColumnPath(metadata, table, path) : undefined;
                if (!found) return undefined;
                const order = {
                    ...joins.to(found),
                    column: found.column.logicalName,
                    descending,
                    byValue: true,
                    emptyLast: true,
                };
                return narrowed({ orders: [order, ...(request.orders ?? [])] });
            },
            first: (count) => narrowed({ limit: Math.min(Math.max(0, Math.trunc(count)), request.limit ?? Infinity) }),
            count: () => this.count(),
        };
    }

    override rowOf(record: RecordValue): RecordValue | undefined {
        const id = this.idOf(record);
        return id instanceof ErrorValue ? undefined : new RowValue(this.services, this.table, id);
    }

    append(record: RecordValue): RecordValue | ErrorValue {
        const { organization, context, counts } = this.services;
        const row = this.columnsOf(record);
        if (row instanceof ErrorValue) return row;
        try {
            const id = organization.create(this.table.logicalName, row, context);
            counts.rowsWritten += 1;
            return new RowValue(this.services, this.table, id);
        } catch (error) {
            return serverError(error, 'create');
        }
    }

    update(record: RecordValue, changes: RecordValue): RecordValue | ErrorValue {
        const { organization, context, counts } = this.services;
        const id = this.idOf(record);
        if (id instanceof ErrorValue) return id;
        const row = this.columnsOf(changes);
        if (row instanceof ErrorValue) return row;
        try {
            organization.update(this.table.logicalName, id, row, context);
            counts.rowsWritten += 1;
            return new RowValue(this.services, this.table, id);
        } catch (error) {
            return serverError(error, 'update');
        }
    }

    remove(record: RecordValue): ErrorValue | undefined {
        const { organization, context, counts } = this.services;
        const id = this.idOf(record);
        if (id instanceof ErrorValue) return id;
        try {
            organization.delete(this.table.logicalName, id, context);
            counts.rowsWritten += 1;
            return undefined;
        } catch (error) {
            return serverError(error, 'delete');
        }
    }

    clear(): ErrorValue | undefined {
        for (const row of [...this.rows()]) {
            const error = row instanceof ErrorValue ? row : row ? this.remove(row) : undefined;
            if (error) return error;
        }
        return undefined;
    }

    copy(): TableValue {
        return this;
    }

    private rowValue(row: Row): RowValue {
        return new RowValue(this.services, this.table, String(row[this.table.primaryIdColumn]), row);
    }

    private read(): readonly Row[] | ErrorValue {
        const { request, table } = this;
        const limit = request.limit ?? Infinity;
        if (limit === 0) return [];
        const found = this.run({
            ...this.baseQuery(),
            columns: this.selected(),
            orders: request.orders ?? [],
            aggregate: false,
            top: Math.min(limit, GREATEST_ROW_COUNT + 1),
        });
        return found instanceof ErrorValue || found.length <= GREATEST_ROW_COUNT ? found : tooManyRows(table);
    }

    private count(): number | ErrorValue {
        const { request, table } = this;
        const found = this.run({
            ...this.baseQuery(),
            columns: [{ column: table.primaryIdColumn, alias: 'count', aggregate: 'count' }],
            orders: [],
            aggregate: true,
        });
        if (found instanceof ErrorValue) return found;
        const count = found[0]?.['count'];
        return Math.min(typeof count === 'number' ? count : 0, request.limit ?? Infinity);
    }

    private run(query: Query): readonly Row[] | ErrorValue {
        const { services } = this;
        const { organization, context, settings, counts } = services;
        services.checkDeadline();
        return services.cache.read(JSON.stringify(query), () => {
            counts.queries += 1;
            try {
                const { rows } = runQuery(organization, query, context, { settings, withNames: false });
                counts.rowsRead += query.aggregate ? 0 : Math.min(rows.length, GREATEST_ROW_COUNT);
                return rows;
            } catch (error) {
                return serverError(error, 'read');
            }
        });
    }

    private baseQuery(): Omit<Query, 'columns' | 'orders' | 'aggregate'> {
        const { request, table, joins } = this;
        const filters = request.filters ?? [];
        return {
            table: table.logicalName,
            ...(filters.length === 0 ? {} : { filter: { kind: 'filter', type: 'and', conditions: filters } as const }),
            links: [...(request.links ?? []), ...joins.links],
            distinct: false,
            returnTotalCount: false,
        };
    }

    /** What the formula reads of the rows, so that wide tables are not read in full. */
    private selected(): readonly SelectedColumn[] {
        const { table, services } = this;
        const names = services.columnsOf(table.entitySetName).filter((name) => {
            const column = table.columns.get(name);
            return column !== undefined && isFormulaColumn(column);
        });
        return [...new Set([table.primaryIdColumn, ...names])].map((column) => ({ column }));
    }

    private columnsOf(record: RecordValue): Row | ErrorValue {
        const row: { [column: string]: Row[string] } = {};
        for (const name of record.names()) {
            const column = this.table.columns.get(name);
            if (!column) {
                return errorValue('InvalidArgument', `${this.table.entitySetName} has no column ${name}.`);
            }
            const value = fromFormula(column, record.get(name), this.services.timeZone);
            if (value instanceof ErrorValue) return value;
            row[name] = value;
        }
        return row;
    }

    private idOf(record: RecordValue): string | ErrorValue {
        const reference = referenceOf(record);
        if (reference) {
            return reference.table === this.table.logicalName ? reference.id : notOfTable(this.table);
        }
        const key = record.get(this.table.primaryIdColumn);
        return key instanceof GuidValue ? key.text : key instanceof ErrorValue ? key : notOfTable(this.table);
    }
}

const notOfTable = (table: Table): ErrorValue =>
    errorValue('NotFound', `The record is no row of ${table.entitySetName}.`);

const tooManyRows = (table: Table): ErrorValue =>
    errorValue(
        'QuotaExceeded',
        `The formula reads more than ${GREATEST_ROW_COUNT} rows of ${table.entitySetName}. ` +
            'Narrow them with a condition that the query can run, or take the first few.',
    );
