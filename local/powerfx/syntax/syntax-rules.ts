import type { Identifier, SyntaxNode } from './nodes';
import type { TokenKind } from './token';

/** Whether a token that stands where an operator is wanted begins an operand: then the operator is missing. */
export function isOperandStart(kind: TokenKind): boolean {
    return kind === 'Ident' || kind === 'NumLit' || kind === 'StrLit' || kind === 'True' || kind === 'False';
}

/** The names of `a.b.c`; undefined when there is more in it than names. */
export function namespaceOf(node: SyntaxNode): readonly Identifier[] | undefined {
    if (node.kind === 'name') {
        return [node.identifier];
    }
    if (node.kind !== 'dotted') {
        return undefined;
    }
    const left = namespaceOf(node.left);
    return left && [...left, node.right];
}
