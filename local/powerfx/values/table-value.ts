import type { ComparisonOperator } from '../types/table-source';
import type { ErrorValue } from './error-value';
import { copyContent, type RecordValue } from './record-value';
import type { Value } from './value';

/** One row: a record, blank, or an error in the record's place. */
export type Row = RecordValue | ErrorValue | null;

/** A test that a data source runs itself; `column` may be a path such as `parentid.name`. */
export type QueryCondition =
    | {
          readonly kind: 'compare';
          readonly column: string;
          readonly operator: ComparisonOperator;
          readonly value: Value;
      }
    | { readonly kind: 'and' | 'or'; readonly conditions: readonly QueryCondition[] }
    | { readonly kind: 'not'; readonly condition: QueryCondition };

/** What a table of a data source can be asked without reading its rows. Each call gives a new table and reads nothing. */
export interface TableQuery {
    /** The rows that meet the condition; undefined when the source cannot run this one. */
    where(condition: QueryCondition): TableValue | undefined;
    orderBy(column: string, descending: boolean): TableValue | undefined;
    first(count: number): TableValue | undefined;
    /** Runs the query for the number of its rows. */
    count(): number | ErrorValue | undefined;
}

/** A table; extend it for the tables of a data source. */
export abstract class TableValue {
    /** Reads the rows. A second call may read them anew. An unreadable table gives one row that is the error. */
    abstract rows(): Iterable<Row>;

    /** What the table can be asked without reading its rows; undefined for one in memory. */
    get query(): TableQuery | undefined {
        return undefined;
    }

    /**
     * The row that a record stands for, by its key and without reading the table; undefined where rows have to be
     * compared.
     */
    rowOf(_record: RecordValue): RecordValue | undefined {
        return undefined;
    }

    /** Adds a row. @returns the row as it was stored, or why not. */
    abstract append(record: RecordValue): RecordValue | ErrorValue;

    /**
     * Writes fields of a row that came from this table.
     * @returns the row as it is now, or why not.
     */
    abstract update(row: RecordValue, changes: RecordValue): RecordValue | ErrorValue;

    /** Takes out a row that came from this table. @returns why not, if so. */
    abstract remove(row: RecordValue): ErrorValue | undefined;

    /** Takes out every row. @returns why not, if so. */
    abstract clear(): ErrorValue | undefined;

    /** A table that later writes into this one do not change. */
    abstract copy(): TableValue;
}

/** A table held in memory. */
export class MemoryTable extends TableValue {
    private content: Row[];

    constructor(rows: Iterable<Row>) {
        super();
        this.content = [...rows];
    }

    rows(): readonly Row[] {
        return this.content;
    }

    append(record: RecordValue): RecordValue {
        this.content.push(record);
        return record;
    }

    update(row: RecordValue, changes: RecordValue): RecordValue | ErrorValue {
        for (const name of changes.names()) {
            const refusal = row.set(name, changes.get(name));
            if (refusal) {
                return refusal;
            }
        }
        return row;
    }

    remove(row: RecordValue): undefined {
        this.content = this.content.filter((other) => other !== row);
    }

    clear(): undefined {
        this.content = [];
    }

    copy(): TableValue {
        return new MemoryTable(this.content.map((row) => copyContent(row) as Row));
    }
}

export const emptyTable = (): TableValue => new MemoryTable([]);
