/** A row of a table as a record of Power Fx. Columns and related rows are read when a formula goes there. */
import { ErrorValue, RecordValue, errorValue, type Value as FormulaValue } from '../../powerfx';
import type { Table } from '../metadata/types';
import type { Row, RowReference } from '../pipeline/types';
import { relatedRows } from './related-rows';
import type { FormulaServices } from './formula-services';
import { serverError } from './server-errors';
import { isFormulaColumn } from './table-fields';
import { toFormula } from './to-formula';

/** What reading a record's fields from column values takes. */
export abstract class ColumnsValue extends RecordValue {
    constructor(
        protected readonly services: FormulaServices,
        readonly table: Table,
    ) {
        super();
    }

    abstract get reference(): RowReference | undefined;
    /** A column's value; an error when it may not be read. */
    protected abstract read(column: string): Row[string] | ErrorValue | undefined;

    override get identity(): string | undefined {
        const { reference } = this;
        return reference && `${reference.table}:${reference.id}`;
    }

    /** For AsType: the table whose row it is, by the name that formulas have for it. */
    override get tableName(): string {
        return this.table.entitySetName;
    }

    names(): readonly string[] {
        return [...this.table.columns.values()].filter(isFormulaColumn).map(({ logicalName }) => logicalName);
    }

    get(name: string): FormulaValue {
        const column = this.table.columns.get(name);
        if (!column || !isFormulaColumn(column)) {
            const { reference } = this;
            return (reference && relatedRows(this.services, this.table, reference.id, name)) ?? null;
        }
        const value = this.read(name);
        return value instanceof ErrorValue
            ? value
            : toFormula(this.services, this.table, column, value, (reference) => rowOf(this.services, reference));
    }

    set(name: string, _value: FormulaValue): ErrorValue | undefined {
        return errorValue(
            'InvalidFunctionUsage',
            `'${name}' of a row of ${this.table.logicalName} cannot be set; change the row with Patch.`,
        );
    }

    copy(): RecordValue {
        return this;
    }
}

/** A row as a query answered it, or one that only its id is known of. */
export class RowValue extends ColumnsValue {
    private whole: Row | ErrorValue | undefined;

    constructor(
        services: FormulaServices,
        table: Table,
        private readonly id: string,
        private readonly known: Row = {},
    ) {
        super(services, table);
    }

    get reference(): RowReference {
        return { table: this.table.logicalName, id: this.id };
    }

    protected read(column: string): Row[string] | ErrorValue | undefined {
        if (column === this.table.primaryIdColumn) {
            return this.id;
        }
        if (column in this.known) {
            return this.known[column];
        }
        const { table, id } = this.reference;
        this.whole ??= this.services.cache.read(`row ${table} ${id}`, () => this.retrieve());
        return this.whole instanceof ErrorValue ? this.whole : this.whole[column];
    }

    private retrieve(): Row | ErrorValue {
        const { organization, context, counts } = this.services;
        counts.queries += 1;
        try {
            const row = organization.retrieve(this.table.logicalName, this.id, undefined, context);
            counts.rowsRead += 1;
            return row;
        } catch (error) {
            return serverError(error, 'read');
        }
    }
}

/** The row that a lookup points to. */
export function rowOf(services: FormulaServices, reference: RowReference): FormulaValue {
    const table = services.organization.metadata.findTable(reference.table);
    return table ? new RowValue(services, table, reference.id) : null;
}
