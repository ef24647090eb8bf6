import type { ErrorValue } from './error-value';
import type { Value } from './value';

/** A record; extend it to read fields lazily, such as a row of a database. */
export abstract class RecordValue {
    /** The names of the fields that it has; a field of its type that it lacks is blank. */
    abstract names(): readonly string[];

    /** The field stored under this name; blank when it has none. */
    abstract get(name: string): Value;

    /** What tells this row from the others of its data source; records made in a formula have none. */
    get identity(): string | undefined {
        return undefined;
    }

    /** The name of the data source whose row this is, such as an entity set name; undefined where that is not known. */
    get tableName(): string | undefined {
        return undefined;
    }

    /**
     * Writes one field, for `Set(record.field, value)`. Only what a variable with the right to do so holds is written.
     * @returns an error when the host refuses.
     */
    abstract set(name: string, value: Value): ErrorValue | undefined;

    /** A record that later writes into this one do not change. */
    abstract copy(): RecordValue;
}

/** A record held in memory. */
export class MemoryRecord extends RecordValue {
    private readonly fields: Map<string, Value>;

    constructor(fields: Iterable<readonly [string, Value]>) {
        super();
        this.fields = new Map(fields);
    }

    names(): readonly string[] {
        return [...this.fields.keys()];
    }

    get(name: string): Value {
        return this.fields.get(name) ?? null;
    }

    set(name: string, value: Value): undefined {
        this.fields.set(name, value);
    }

    copy(): RecordValue {
        return new MemoryRecord([...this.fields].map(([name, value]) => [name, copyContent(value)] as const));
    }
}

/** The value, apart from records and tables, which are copied: for the contents of what is being copied. */
export function copyContent(value: Value): Value {
    return value !== null && typeof value === 'object' && 'copy' in value ? value.copy() : value;
}

/** A record in memory of an object's properties. */
export function recordOf(fields: Readonly<Record<string, Value>>): MemoryRecord {
    return new MemoryRecord(Object.entries(fields));
}
