import type { Field, Fields } from '../types/fields';
import { eachField } from '../types/fields';
import type { RowScope } from './bound-node';

/** A name found in a row scope: the row itself, or one of its fields. */
export interface ScopedName {
    readonly scope: RowScope;
    readonly hops: number;
    /** Undefined when the name is that of the row. */
    readonly field?: Field;
}

/** The row scopes around the piece of formula that is being bound, the outermost first. */
export class ScopeStack {
    private readonly scopes: RowScope[] = [];

    get depth(): number {
        return this.scopes.length;
    }

    /** Does something with one more scope inside all others. */
    within<T>(scope: RowScope, action: () => T): T {
        this.scopes.push(scope);
        try {
            return action();
        } finally {
            this.scopes.pop();
        }
    }

    /** Looks from the innermost scope outwards. */
    find(name: string): ScopedName | undefined {
        for (let hops = 0; hops < this.scopes.length; hops++) {
            const scope = this.scopes[this.scopes.length - 1 - hops];
            if (!scope) {
                break;
            }
            if (scope.name === name) {
                return { scope, hops };
            }
            const field = scope.isImplicit && scope.type.kind === 'Record' ? findField(scope.type, name) : undefined;
            if (field) {
                return { scope, hops, field };
            }
        }
        return undefined;
    }

    /** The scope of this name, for `name[@field]`. */
    findScope(name: string): { readonly scope: RowScope; readonly hops: number } | undefined {
        const index = this.scopes.findLastIndex((scope) => scope.name === name);
        const scope = this.scopes[index];
        return scope && { scope, hops: this.scopes.length - 1 - index };
    }
}

/** The field of this stored or display name. */
export function findField(type: { readonly fields: Fields }, name: string): Field | undefined {
    return type.fields.find(name) ?? type.fields.findByDisplayName(name);
}

/** The field whose name is most like the one given, if any is alike enough to be meant. */
export function similarField(type: { readonly fields: Fields }, name: string): string | undefined {
    let best: string | undefined;
    let least = Math.floor(name.length / 3) + 3;
    for (const field of eachField(type.fields)) {
        const written = field.displayName ?? field.name;
        const distance = editDistance(name.toLowerCase(), written.toLowerCase());
        if (distance < least) {
            least = distance;
            best = written;
        }
    }
    return best;
}

function editDistance(left: string, right: string): number {
    let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let row = 1; row <= left.length; row++) {
        const current = [row];
        for (let column = 1; column <= right.length; column++) {
            const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
            current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        previous = current;
    }
    return previous.at(-1) ?? 0;
}
