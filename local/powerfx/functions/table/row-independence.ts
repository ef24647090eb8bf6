import type { BoundNode, RowScope } from '../../binding/bound-node';

/** Functions that give something else each time, so that once for all rows would not be the same. */
const VARYING: ReadonlySet<string> = new Set(['Rand', 'RandBetween', 'Shuffle']);

/** Whether a piece of formula inside a row scope gives the same for every row of it, and changes nothing. */
export function isSameForEveryRow(node: BoundNode, scope: RowScope): boolean {
    const same = (inner: BoundNode): boolean => isSameForEveryRow(inner, scope);
    switch (node.kind) {
        case 'constant':
        case 'variable':
        case 'fault':
            return true;
        case 'row':
        case 'scopeField':
            return node.scope !== scope;
        case 'member':
            return same(node.record);
        case 'coercion':
        case 'unary':
            return same(node.operand);
        case 'binary':
            return same(node.left) && same(node.right);
        case 'record':
            return node.fields.every(({ value }) => same(value));
        case 'table':
            return node.items.every(same);
        case 'chain':
            return node.steps.every(same);
        case 'interpolation':
            return node.parts.every(same);
        case 'lambda':
            return same(node.body);
        case 'call': {
            const { definition } = node;
            const varies =
                definition.isBehavior === true ||
                definition.namespace !== undefined ||
                VARYING.has(definition.name) ||
                // A new one, unless a text says which.
                (definition.name === 'GUID' && node.arguments.length === 0);
            return !varies && node.arguments.every(same);
        }
    }
}
