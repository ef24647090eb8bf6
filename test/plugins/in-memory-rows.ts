import {
    ChoiceValue,
    DateTimeValue,
    DateValue,
    Decimal,
    errorValue,
    GuidValue,
    MemoryTable,
    parseDecimal,
    RecordValue,
    recordOf,
    type ErrorValue,
    type Type,
    type Value,
} from '../../local/powerfx';
import type { Language } from '../../lifecycle/defaults';
import type { TableModel } from '../../plugins/model/table-model';
import type { TableTypes } from '../../plugins/schema/table-types';
import { tableNamed } from './data-model';

/** Values as the Web API has them; a lookup is the id of its row. */
export type PlainRow = Readonly<Record<string, unknown>>;

/** The rows of an environment, by logical name of their table. */
export type PlainTables = Readonly<Record<string, readonly PlainRow[]>>;

export interface RowsContext {
    readonly types: TableTypes;
    readonly rows: PlainTables;
    /** Rows behind the collections of a row. */
    readonly collection: (table: string, name: string, row: PlainRow) => readonly PlainRow[];
    readonly language: Language;
}

/** Every row of a table, as formulas see it. New ones that a formula adds are kept in `added`. */
export class PlainTable extends MemoryTable {
    constructor(
        context: RowsContext,
        table: TableModel,
        rows: readonly PlainRow[],
        private readonly added: PlainRow[] = [],
    ) {
        super(rows.map((row) => new PlainRecord(context, table, row)));
    }

    override append(record: RecordValue): RecordValue {
        this.added.push(Object.fromEntries(record.names().map((name) => [name, plainValue(record.get(name))])));
        return record;
    }
}

/** A row that reads its columns when they are asked for; `Set` writes into `changes`. */
export class PlainRecord extends RecordValue {
    constructor(
        private readonly context: RowsContext,
        readonly table: TableModel,
        readonly row: PlainRow,
        private readonly changes?: Record<string, unknown>,
    ) {
        super();
    }

    names(): readonly string[] {
        return this.table.columns.map(({ name }) => name);
    }

    override get identity(): string {
        return String(this.row[this.table.primaryKey]);
    }

    override get tableName(): string {
        return this.table.entitySet;
    }

    get(name: string): Value {
        const { context, table, row, changes } = this;
        const type = context.types.row(table.name)?.fields.find(name)?.type;
        const collection = table.collections.find((it) => it.name === name);
        if (collection) {
            const other = tableNamed(collection.table);
            return new PlainTable(context, other, context.collection(table.name, name, row));
        }
        const value = changes && name in changes ? changes[name] : row[name];
        if (value === null || value === undefined || value === '' || !type) return null;
        const targets = table.columns.find((it) => it.name === name)?.targets ?? [];
        return formulaValue(context, type, value, targets);
    }

    set(name: string, value: Value): ErrorValue | undefined {
        if (!this.changes) return errorValue('InvalidFunctionUsage', `${name} cannot be set.`);
        this.changes[name] = plainValue(value);
        return undefined;
    }

    copy(): RecordValue {
        return this;
    }
}

function formulaValue(context: RowsContext, type: Type, value: unknown, targets: readonly string[]): Value {
    switch (type.kind) {
        case 'Decimal':
            return decimalOf(value);
        case 'Guid':
            return new GuidValue(String(value));
        case 'Choice': {
            const option = type.set.find(String(value));
            const number = Number(value);
            const label = option && labelOf(context, type.set.name, number);
            return new ChoiceValue(type.set, {
                name: String(value),
                displayName: label ?? option?.displayName ?? String(value),
                value: number,
            });
        }
        case 'Table': {
            const field = type.fields.find('Value');
            const items = Array.isArray(value) ? (value as readonly unknown[]) : [value];
            return new MemoryTable(
                items.map((item) => recordOf({ Value: field ? formulaValue(context, field.type, item, []) : null })),
            );
        }
        case 'Date':
            return new DateValue(Date.parse(String(value).slice(0, 10)));
        case 'DateTime':
            return new DateTimeValue(Date.parse(String(value)));
        case 'Record':
            return relatedRow(context, targets, String(value));
        default:
            return value as Value;
    }
}

function relatedRow(context: RowsContext, targets: readonly string[], id: string): Value {
    for (const target of targets) {
        const table = tableNamed(target);
        const row = context.rows[target]?.find((it) => it[table.primaryKey] === id);
        if (row) return new PlainRecord(context, table, row);
    }
    const [target] = targets;
    if (target === undefined) return null;
    const table = tableNamed(target);
    return new PlainRecord(context, table, { [table.primaryKey]: id });
}

/** The label of a choice in the reader's language, as Dataverse gives it. */
function labelOf({ language }: RowsContext, set: string, value: number): string | undefined {
    const [table = '', column = ''] = [set.slice(0, set.lastIndexOf('_')), set.slice(set.lastIndexOf('_') + 1)];
    const options = tables(table)?.columns.find((it) => it.name === column)?.options;
    return options?.find((option) => option.value === value)?.labels[language];
}

function tables(name: string): TableModel | undefined {
    try {
        return tableNamed(name);
    } catch {
        return undefined;
    }
}

function decimalOf(value: unknown): Decimal {
    const number = parseDecimal(typeof value === 'number' ? value.toFixed(10) : String(value));
    if (number === undefined || number === 'overflow') throw new Error(`${String(value)} is no decimal number.`);
    return number;
}

/** A value that a formula writes, as the Web API would have it. */
export function plainValue(value: Value): unknown {
    if (value instanceof Decimal) return Number(value.toString());
    if (value instanceof ChoiceValue) return value.option.value;
    if (value instanceof GuidValue) return value.text;
    if (value instanceof DateValue) return new Date(value.milliseconds).toISOString().slice(0, 10);
    if (value instanceof DateTimeValue) return new Date(value.milliseconds).toISOString();
    if (value instanceof PlainRecord) return value.identity;
    return value;
}
