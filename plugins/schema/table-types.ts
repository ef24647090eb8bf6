import {
    recordType,
    tableType,
    type Field,
    type Fields,
    type RecordType,
    type TableSource,
    type TableType,
    type Type,
} from '../../local/powerfx';
import type { TableModel, TableModels } from '../model/table-model';
import { columnType } from './column-type';

/** Row and table types of the data model, made when a formula names them: tables refer to one another in circles. */
export class TableTypes {
    private readonly rowsByName = new Map<string, RecordType>();
    private readonly bySet: ReadonlyMap<string, TableModel>;

    constructor(private readonly tables: TableModels) {
        this.bySet = new Map([...tables.values()].map((table) => [table.entitySet, table]));
    }

    /** @param name logical name */
    row(name: string): RecordType | undefined {
        const known = this.rowsByName.get(name);
        const table = this.tables.get(name);
        if (known || !table) return known;
        const type = recordType(new ModelFields(table, this), sourceOf(table));
        this.rowsByName.set(name, type);
        return type;
    }

    /** @param name logical name */
    rows(name: string): TableType | undefined {
        const row = this.row(name);
        return row && tableType(row.fields, row.source);
    }

    /** The table that formulas know by an entity set name. */
    tableOf(entitySet: string): TableModel | undefined {
        return this.bySet.get(entitySet);
    }
}

class ModelFields implements Fields {
    private readonly known = new Map<string, Field | undefined>();

    constructor(
        private readonly table: TableModel,
        private readonly types: TableTypes,
    ) {}

    names(): readonly string[] {
        return [...this.table.columns.map(({ name }) => name), ...this.table.collections.map(({ name }) => name)];
    }

    find(name: string): Field | undefined {
        if (!this.known.has(name)) this.known.set(name, this.make(name));
        return this.known.get(name);
    }

    /** Formulas that are stored go by logical names. */
    findByDisplayName(): undefined {
        return undefined;
    }

    private make(name: string): Field | undefined {
        const { table, types } = this;
        const column = table.columns.find((it) => it.name === name);
        if (column) {
            const type = columnType(table, column, (other) => types.row(other));
            return type && { name, type, ...(column.isReadOnly && { isReadOnly: true }) };
        }
        const collection = table.collections.find((it) => it.name === name);
        if (!collection || !types.row(collection.table)) return undefined;
        return {
            name,
            get type(): Type {
                return types.rows(collection.table) ?? { kind: 'Unknown' };
            },
            isReadOnly: true,
        };
    }
}

/** Whether a query can do part of a formula's work is a question of speed, which the build does not ask. */
function sourceOf({ entitySet, primaryKey }: TableModel): TableSource {
    return {
        name: entitySet,
        primaryKey,
        canFilter: () => true,
        canSort: () => true,
        canCount: true,
        canLimit: true,
        canCreate: true,
        canUpdate: true,
        canDelete: true,
    };
}
