import type { BinaryNode, Identifier, SyntaxNode } from './nodes';
import { quoteName } from './quote-name';

const list = (nodes: readonly SyntaxNode[]) => nodes.map(printNode).join(', ');

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A part of a formula as text with blanks where they usually stand, as errors name it. */
export function printNode(node: SyntaxNode): string {
    switch (node.kind) {
        case 'number':
            return node.text;
        case 'text':
            return quote(node.text);
        case 'boolean':
            return String(node.value);
        case 'name':
            return node.isGlobal ? `[@${name(node.identifier)}]` : name(node.identifier);
        case 'dotted':
            return node.operator === '[@'
                ? `${printNode(node.left)}[@${name(node.right)}]`
                : printNode(node.left) + node.operator + name(node.right);
        case 'unary':
            return node.operator === '%'
                ? `${printNode(node.operand)}%`
                : (node.operator === '-' ? '-' : '!') + printNode(node.operand);
        case 'binary':
            return `${printNode(node.left)} ${symbol(node)} ${printNode(node.right)}`;
        case 'call':
            return `${[...node.namespace, node.name].map(name).join('.')}(${list(node.arguments)})`;
        case 'record':
            return `{ ${node.fields.map((field) => `${name(field.name)}:${printNode(field.value)}`).join(', ')} }`;
        case 'table':
            return `[ ${list(node.items)} ]`;
        case 'interpolation': {
            const parts = node.parts.map((part) =>
                part.kind === 'text' ? part.text.replaceAll('"', '""') : `{${printNode(part)}}`,
            );
            return `$"${parts.join('')}"`;
        }
        case 'chain':
            return node.steps.map(printNode).join('; ');
        case 'as':
            return `${printNode(node.operand)} As ${name(node.name)}`;
        case 'keyword':
            return node.keyword;
        case 'blank':
        case 'fault':
            return '';
    }
}

function name({ name: text }: Identifier): string {
    return quoteName(text);
}

function symbol({ operator }: BinaryNode): string {
    switch (operator) {
        case 'and':
            return '&&';
        case 'or':
            return '||';
        case 'missing':
            return '';
        default:
            return operator;
    }
}
