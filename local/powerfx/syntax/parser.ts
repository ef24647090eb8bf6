import { messages } from '../messages';
import { tokenize, type LexerOptions } from './lexer';
import type { DottedNode, SyntaxNode } from './nodes';
import { OperandParser } from './operand-parser';
import { binaryRules, Precedence } from './precedence';
import { joinSpans, type Span } from './span';
import { isOperandStart, namespaceOf } from './syntax-rules';
import type { SyntaxFault } from './syntax-fault';
import type { Token } from './token';

/** Deeper nesting than this is refused, as by the platform. */
const greatestDepth = 50;

export interface ParserOptions extends LexerOptions {
    /** Several expressions may follow one another with `;`. Default true. */
    readonly allowChaining?: boolean;
}

export interface ParsedFormula {
    readonly root: SyntaxNode;
    readonly faults: readonly SyntaxFault[];
    /** Where comments stand. */
    readonly comments: readonly Span[];
}

/** Reads a formula into a tree. Never throws: what cannot be read is reported and stands in the tree as a fault. */
export function parseFormula(text: string, options: ParserOptions = {}): ParsedFormula {
    return new Parser(text, options).run();
}

class Parser extends OperandParser {
    private readonly comments: readonly Token[];
    private readonly allowChaining: boolean;
    private depth = 0;

    constructor(text: string, options: ParserOptions) {
        const all = tokenize(text, options);
        super(all.filter((token) => token.kind !== 'Comment'));
        this.comments = all.filter((token) => token.kind === 'Comment');
        this.allowChaining = options.allowChaining ?? true;
    }

    run(): ParsedFormula {
        let root: SyntaxNode;
        if (this.current().kind === 'Eof') {
            root = { kind: 'blank', span: this.current().span, extent: this.current().span };
        } else {
            root = this.expression(Precedence.Chain);
            if (this.current().kind !== 'Eof') {
                this.report(this.current().span, messages.badToken);
            }
        }
        for (const comment of this.comments.filter((one) => one.isOpen)) {
            this.report(comment.span, messages.openComment);
        }
        return { root, faults: this.faults, comments: this.comments.map((comment) => comment.span) };
    }

    protected expression(least: number): SyntaxNode {
        this.depth++;
        try {
            if (this.depth > greatestDepth) {
                return this.fault(this.move(), messages.nestedTooDeeply);
            }
            return this.operators(this.operand(), least);
        } finally {
            this.depth--;
        }
    }

    /** Takes operators, and what stands to their right, as long as they bind at least this tightly. */
    private operators(first: SyntaxNode, least: number): SyntaxNode {
        let node = first;
        for (;;) {
            const next = this.operator(node, least);
            if (!next) {
                return node;
            }
            node = next;
        }
    }

    private operator(left: SyntaxNode, least: number): SyntaxNode | undefined {
        const token = this.current();
        const rule = binaryRules.get(token.kind);
        if (rule) {
            // A prefix operator's operand still takes `^`.
            if (least > rule.precedence) {
                return undefined;
            }
            this.move();
            return this.binary(left, rule.operator, token, this.expression(rule.right));
        }
        switch (token.kind) {
            case 'PercentSign':
                this.move();
                return {
                    kind: 'unary',
                    operator: '%',
                    operand: left,
                    span: token.span,
                    extent: joinSpans(left.extent, token.span),
                };
            case 'Dot':
            case 'Bang':
                return this.dotted(left);
            case 'ParenOpen':
                return this.namespacedCall(left);
            case 'BracketOpen':
                return left.kind === 'name' && !left.isGlobal && this.peek(1).kind === 'At'
                    ? this.scopedName(left)
                    : undefined;
            case 'As':
                return least > Precedence.As ? undefined : this.as(left);
            case 'Semicolon':
                if (!this.allowChaining) {
                    return this.missingOperator(left);
                }
                return least > Precedence.Chain ? undefined : this.chain(left);
            default:
                return isOperandStart(token.kind) ? this.missingOperator(left) : undefined;
        }
    }

    private binary(
        left: SyntaxNode,
        operator: Extract<SyntaxNode, { kind: 'binary' }>['operator'],
        token: Token,
        right: SyntaxNode,
    ): SyntaxNode {
        return {
            kind: 'binary',
            operator,
            left,
            right,
            span: token.span,
            extent: joinSpans(left.extent, right.extent),
        };
    }

    private missingOperator(left: SyntaxNode): SyntaxNode {
        const token = this.move();
        this.report(token.span, messages.operatorExpected);
        return this.binary(left, 'missing', token, this.expression(Precedence.Fault));
    }

    private dotted(left: SyntaxNode): SyntaxNode {
        const operator = this.current().kind === 'Dot' ? '.' : '!';
        if (left.kind === 'dotted' && left.operator !== '[@' && left.operator !== operator) {
            return this.missingOperator(left);
        }
        const token = this.move();
        const right = this.identifier();
        if (depthOf(left) > greatestDepth) {
            return this.fault(token, messages.nestedTooDeeply);
        }
        return {
            kind: 'dotted',
            left,
            right,
            operator,
            span: joinSpans(token.span, right.span),
            extent: joinSpans(left.extent, right.span),
        };
    }

    private scopedName(left: SyntaxNode): DottedNode {
        const open = this.move();
        this.move();
        const right = this.identifier();
        const close = this.move();
        if (close.kind !== 'BracketClose') {
            this.report(close.span, messages.unexpectedToken('BracketClose', close.kind));
        }
        return {
            kind: 'dotted',
            left,
            right,
            operator: '[@',
            span: joinSpans(open.span, right.span),
            extent: joinSpans(left.extent, close.span),
        };
    }

    private as(operand: SyntaxNode): SyntaxNode {
        const token = this.move();
        const name = this.identifier();
        return { kind: 'as', operand, name, span: token.span, extent: joinSpans(operand.extent, name.span) };
    }

    private chain(first: SyntaxNode): SyntaxNode {
        const steps = [first];
        const { span } = this.current();
        let last = first.extent;
        while (this.current().kind === 'Semicolon') {
            last = this.move().span;
            if (
                this.current().kind === 'Eof' ||
                this.current().kind === 'Comma' ||
                this.current().kind === 'ParenClose'
            ) {
                break;
            }
            const step = this.expression(Precedence.Single);
            steps.push(step);
            last = step.extent;
        }
        return { kind: 'chain', steps, span, extent: joinSpans(first.extent, last) };
    }

    private namespacedCall(left: SyntaxNode): SyntaxNode | undefined {
        if (left.kind !== 'dotted') {
            return undefined;
        }
        const namespace = namespaceOf(left.left);
        return namespace ? this.call(namespace, left.right, left.extent.start) : undefined;
    }
}

function depthOf(node: SyntaxNode): number {
    let depth = 1;
    for (let left = node; left.kind === 'dotted'; left = left.left) {
        depth++;
    }
    return depth;
}
