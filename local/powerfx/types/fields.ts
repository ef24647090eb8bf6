import type { Type } from './type';

/** One column of a table, or field of a record. */
export interface Field {
    /** The name it is stored under. */
    readonly name: string;
    /** The name people see, which a formula may use as well. */
    readonly displayName?: string;
    /** May be a getter: the type behind a lookup is worked out only when a formula goes there. */
    readonly type: Type;
    readonly isReadOnly?: boolean;
}

/**
 * The fields of a record or table, found by name. Tables of a database refer to one another in circles, so a field's
 * type may be worked out on demand and two `Fields` are the same table when they are the same object.
 */
export interface Fields {
    /** Names in the order of definition. */
    names(): readonly string[];
    /** The field stored under this name (case-sensitive), or undefined. */
    find(name: string): Field | undefined;
    /** The field that people know by this name, or undefined. */
    findByDisplayName(name: string): Field | undefined;
}

class ListedFields implements Fields {
    private readonly byName = new Map<string, Field>();

    constructor(fields: Iterable<Field>) {
        for (const field of fields) {
            this.byName.set(field.name, field);
        }
    }

    names(): readonly string[] {
        return [...this.byName.keys()];
    }

    find(name: string): Field | undefined {
        return this.byName.get(name);
    }

    findByDisplayName(name: string): Field | undefined {
        for (const field of this.byName.values()) {
            if (field.displayName === name) {
                return field;
            }
        }
        return undefined;
    }
}

/** Fields that are all known, from a list or from an object of types by name. */
export function fieldsOf(fields: Iterable<Field> | Readonly<Record<string, Type>>): Fields {
    if (Symbol.iterator in fields) {
        return new ListedFields(fields as Iterable<Field>);
    }
    return new ListedFields(Object.entries(fields).map(([name, type]) => ({ name, type: type as Type })));
}

export const noFields: Fields = fieldsOf([]);

/** The only field, when there is exactly one. */
export function onlyField(fields: Fields): Field | undefined {
    const [name, ...others] = fields.names();
    return name !== undefined && others.length === 0 ? fields.find(name) : undefined;
}

/** Each field in the order of definition. */
export function* eachField(fields: Fields): Generator<Field> {
    for (const name of fields.names()) {
        const field = fields.find(name);
        if (field) {
            yield field;
        }
    }
}
