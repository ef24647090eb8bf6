import type { Field } from '../types/fields';
import type { Type } from '../types/type';
import type { Variable } from './schema';

/** What a formula reads and writes, by stored names. */
export interface FormulaDependencies {
    readonly variables: readonly string[];
    /** Columns of data sources that are read, as `table.column`. */
    readonly columnsRead: readonly string[];
    /** Columns of data sources that are written, as `table.column`; `table.*` where a whole row is. */
    readonly columnsWritten: readonly string[];
}

/** Collects what a formula reads and writes while it is bound. */
export class Dependencies {
    private readonly variables = new Set<string>();
    private readonly columnsRead = new Set<string>();
    private readonly columnsWritten = new Set<string>();

    readVariable(variable: Variable): void {
        this.variables.add(variable.name);
    }

    read(owner: Type, field: Field): void {
        if (owner.kind === 'Record' || owner.kind === 'Table') {
            if (owner.source) {
                this.columnsRead.add(`${owner.source.name}.${field.name}`);
            }
        }
    }

    write(owner: Type, column = '*'): void {
        if (owner.kind === 'Record' || owner.kind === 'Table') {
            if (owner.source) {
                this.columnsWritten.add(`${owner.source.name}.${column}`);
            }
        }
    }

    get all(): FormulaDependencies {
        return {
            variables: [...this.variables],
            columnsRead: [...this.columnsRead],
            columnsWritten: [...this.columnsWritten],
        };
    }
}
