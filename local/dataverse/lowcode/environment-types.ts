/** Row and table types of an environment's tables, made once per metadata and only for tables that a formula names. */
import { recordType, tableType, type RecordType, type TableType } from '../../powerfx';
import type { Metadata } from '../metadata/metadata';
import { TableFields } from './table-fields';
import { DataverseTableSource } from './table-source';

export interface TableTypes {
    readonly row: RecordType;
    readonly rows: TableType;
}

export class EnvironmentTypes {
    private readonly known = new Map<string, TableTypes>();

    private constructor(readonly metadata: Metadata) {}

    static of(metadata: Metadata): EnvironmentTypes {
        const types = byMetadata.get(metadata) ?? new EnvironmentTypes(metadata);
        byMetadata.set(metadata, types);
        return types;
    }

    /** @param logicalName of a table; undefined when there is none */
    table(logicalName: string): TableTypes | undefined {
        const known = this.known.get(logicalName);
        const table = known ? undefined : this.metadata.findTable(logicalName);
        if (!table) {
            return known;
        }
        const fields = new TableFields(
            this.metadata,
            table,
            (name) => this.table(name)?.row,
            (name) => this.table(name)?.rows,
        );
        const source = new DataverseTableSource(this.metadata, table);
        const types = { row: recordType(fields, source), rows: tableType(fields, source) };
        this.known.set(logicalName, types);
        return types;
    }
}

const byMetadata = new WeakMap<Metadata, EnvironmentTypes>();
