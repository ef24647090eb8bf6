import type { BoundNode } from './bound-node';

/**
 * Whether Patch, Collect, Remove and their like may write into what a node stands for: a variable with the right to it,
 * or something inside such a variable.
 */
export function canMutate(node: BoundNode): boolean {
    switch (node.kind) {
        case 'variable':
            return node.variable.canMutate;
        case 'member':
            return canMutate(node.record);
        case 'coercion':
            return canMutate(node.operand);
        case 'call': {
            const [first] = node.arguments;
            return first !== undefined && partsOfTable.has(node.definition.name) && canMutate(first);
        }
        default:
            return false;
    }
}

/** Functions that give a row of their table itself, not a copy. */
const partsOfTable: ReadonlySet<string> = new Set(['First', 'Last', 'Index', 'LookUp']);

/** Whether `Set` may write into a field of what a node stands for. */
export function canSetField(node: BoundNode): boolean {
    switch (node.kind) {
        case 'variable':
            return node.variable.canSetMutate;
        case 'member':
            return canSetField(node.record);
        case 'call': {
            const [first] = node.arguments;
            return first !== undefined && partsOfTable.has(node.definition.name) && canSetField(first);
        }
        default:
            return false;
    }
}
