import type { BoundNode } from '../../binding/bound-node';
import { Decimal } from '../../numbers/decimal';
import { ChoiceValue, type Value } from '../../values';

/**
 * Where each constant stands among the matches of `Switch`, so that one look finds what would take as many comparisons
 * as there are matches. Undefined when a match is not constant, or of a kind whose equal values may look different.
 */
export function constantMatches(nodes: readonly BoundNode[]): ReadonlyMap<string, number> | undefined {
    const positions = new Map<string, number>();
    for (const [index, node] of nodes.entries()) {
        const key = node.kind === 'constant' ? matchKey(node.value) : undefined;
        if (key === undefined) {
            return undefined;
        }
        if (!positions.has(key)) {
            positions.set(key, index);
        }
    }
    return positions;
}

/** The same for equal values of one type; undefined for kinds that are compared in other ways. */
export function matchKey(value: Value): string | undefined {
    if (typeof value === 'string') {
        return value;
    }
    if (typeof value === 'boolean') {
        return String(value);
    }
    if (value instanceof Decimal) {
        return value.toString();
    }
    return value instanceof ChoiceValue ? String(value.option.value) : undefined;
}
