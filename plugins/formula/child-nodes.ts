import type { SyntaxNode } from '../../local/powerfx/syntax/nodes';

/** The parts of a node that are nodes themselves, in the order they are written. */
export function childNodes(node: SyntaxNode): readonly SyntaxNode[] {
    switch (node.kind) {
        case 'dotted':
            return [node.left];
        case 'unary':
        case 'as':
            return [node.operand];
        case 'binary':
            return [node.left, node.right];
        case 'call':
            return node.arguments;
        case 'record':
            return node.fields.map((field) => field.value);
        case 'table':
            return node.items;
        case 'interpolation':
            return node.parts;
        case 'chain':
            return node.steps;
        case 'number':
        case 'text':
        case 'boolean':
        case 'name':
        case 'keyword':
        case 'blank':
        case 'fault':
            return [];
    }
}
