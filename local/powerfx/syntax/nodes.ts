import type { Span } from './span';

interface NodeBase {
    /** Where errors about the node point. */
    readonly span: Span;
    /** All of its text. */
    readonly extent: Span;
}

/** A name as written, quotes removed. */
export interface Identifier {
    readonly name: string;
    readonly span: Span;
}

export interface NumberLiteral extends NodeBase {
    readonly kind: 'number';
    readonly text: string;
}

export interface TextLiteral extends NodeBase {
    readonly kind: 'text';
    readonly text: string;
}

export interface BooleanLiteral extends NodeBase {
    readonly kind: 'boolean';
    readonly value: boolean;
}

/** `name`, or `[@name]` when it is global. */
export interface NameNode extends NodeBase {
    readonly kind: 'name';
    readonly identifier: Identifier;
    readonly isGlobal: boolean;
}

/** `left.right`, `left!right`, or `left[@right]`. */
export interface DottedNode extends NodeBase {
    readonly kind: 'dotted';
    readonly left: SyntaxNode;
    readonly right: Identifier;
    readonly operator: '.' | '!' | '[@';
}

export interface UnaryNode extends NodeBase {
    readonly kind: 'unary';
    readonly operator: '-' | 'not' | '%';
    readonly operand: SyntaxNode;
}

export type BinaryOperator =
    | '+'
    | '-'
    | '*'
    | '/'
    | '^'
    | '&'
    | 'and'
    | 'or'
    | '='
    | '<>'
    | '<'
    | '<='
    | '>'
    | '>='
    | 'in'
    | 'exactin'
    /** Two operands with no operator between them. */
    | 'missing';

export interface BinaryNode extends NodeBase {
    readonly kind: 'binary';
    readonly operator: BinaryOperator;
    readonly left: SyntaxNode;
    readonly right: SyntaxNode;
}

export interface CallNode extends NodeBase {
    readonly kind: 'call';
    /** The names in front of the function's own. */
    readonly namespace: readonly Identifier[];
    readonly name: Identifier;
    readonly arguments: readonly SyntaxNode[];
}

export interface RecordNode extends NodeBase {
    readonly kind: 'record';
    readonly fields: readonly { readonly name: Identifier; readonly value: SyntaxNode }[];
}

export interface TableNode extends NodeBase {
    readonly kind: 'table';
    readonly items: readonly SyntaxNode[];
}

/** `$"…{…}…"`: texts and islands in order. */
export interface InterpolationNode extends NodeBase {
    readonly kind: 'interpolation';
    readonly parts: readonly SyntaxNode[];
}

export interface ChainNode extends NodeBase {
    readonly kind: 'chain';
    readonly steps: readonly SyntaxNode[];
}

export interface AsNode extends NodeBase {
    readonly kind: 'as';
    readonly operand: SyntaxNode;
    readonly name: Identifier;
}

/** `Self` and `Parent`, which mean something only to hosts with controls. */
export interface KeywordNode extends NodeBase {
    readonly kind: 'keyword';
    readonly keyword: 'Self' | 'Parent';
}

/** Nothing was written. */
export interface BlankNode extends NodeBase {
    readonly kind: 'blank';
}

/** A place that could not be read; the fault has been reported. */
export interface FaultNode extends NodeBase {
    readonly kind: 'fault';
}

export type SyntaxNode =
    | NumberLiteral
    | TextLiteral
    | BooleanLiteral
    | NameNode
    | DottedNode
    | UnaryNode
    | BinaryNode
    | CallNode
    | RecordNode
    | TableNode
    | InterpolationNode
    | ChainNode
    | AsNode
    | KeywordNode
    | BlankNode
    | FaultNode;
