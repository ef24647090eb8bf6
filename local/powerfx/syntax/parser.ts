import { messages } from '../messages';
import { tokenize, type LexerOptions } from './lexer';
import type { DottedNode, FaultNode, Identifier, SyntaxNode } from './nodes';
import { binaryRules, Precedence } from './precedence';
import type { Span } from './span';
import { isOperandStart, namespaceOf } from './syntax-rules';
import type { SyntaxFault } from './syntax-fault';
import type { Token, TokenKind } from './token';

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

class Parser {
    private readonly tokens: readonly Token[];
    private readonly comments: Token[];
    private readonly faults: SyntaxFault[] = [];
    private readonly allowChaining: boolean;
    private index = 0;
    private depth = 0;

    constructor(text: string, options: ParserOptions) {
        const all = tokenize(text, options);
        this.tokens = all.filter((token) => token.kind !== 'Comment');
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

    private current(): Token {
        return this.peek(0);
    }

    private peek(offset: number): Token {
        const token = this.tokens[Math.min(this.index + offset, this.tokens.length - 1)];
        if (!token) {
            throw new Error('A formula has no tokens at all, not even its end.');
        }
        return token;
    }

    private move(): Token {
        const token = this.current();
        if (token.kind !== 'Eof') {
            this.index++;
        }
        return token;
    }

    private report(span: Span, message: string): void {
        this.faults.push({ span, message });
    }

    private fault(token: Token, message: string): FaultNode {
        this.report(token.span, message);
        return { kind: 'fault', span: token.span, extent: token.span };
    }

    private expected(wanted: TokenKind): void {
        this.report(this.current().span, messages.unexpectedToken(wanted, this.current().kind));
    }

    /** Takes the token when it is of this kind; otherwise reports and leaves it. */
    private eat(kind: TokenKind): Token | undefined {
        if (this.current().kind === kind) {
            return this.move();
        }
        this.expected(kind);
        return undefined;
    }

    private expression(least: number): SyntaxNode {
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
                    extent: join(left.extent, token.span),
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
        return { kind: 'binary', operator, left, right, span: token.span, extent: join(left.extent, right.extent) };
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
            span: join(token.span, right.span),
            extent: join(left.extent, right.span),
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
            span: join(open.span, right.span),
            extent: join(left.extent, close.span),
        };
    }

    private as(operand: SyntaxNode): SyntaxNode {
        const token = this.move();
        const name = this.identifier();
        return { kind: 'as', operand, name, span: token.span, extent: join(operand.extent, name.span) };
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
        return { kind: 'chain', steps, span, extent: join(first.extent, last) };
    }

    private operand(): SyntaxNode {
        const token = this.current();
        switch (token.kind) {
            case 'ParenOpen':
                return this.parenthesized();
            case 'CurlyOpen':
                return this.record();
            case 'BracketOpen':
                return this.peek(1).kind === 'At' ? this.globalName() : this.table();
            case 'Sub':
                return this.unary('-');
            case 'KeyNot':
            case 'Bang':
                return this.unary('not');
            case 'NumLit':
                this.move();
                return { kind: 'number', text: token.text, span: token.span, extent: token.span };
            case 'True':
            case 'False':
                this.move();
                return { kind: 'boolean', value: token.kind === 'True', span: token.span, extent: token.span };
            case 'StrLit':
                this.move();
                return { kind: 'text', text: token.text, span: token.span, extent: token.span };
            case 'StrInterpStart':
                return this.interpolation();
            case 'Ident':
                return this.name();
            case 'Self':
            case 'Parent':
                this.move();
                return { kind: 'keyword', keyword: token.kind, span: token.span, extent: token.span };
            case 'Eof':
                return this.fault(token, messages.operandExpected);
            case 'Error':
                this.move();
                return this.fault(token, token.fault ?? messages.badToken);
            default:
                this.move();
                return this.fault(token, messages.badToken);
        }
    }

    private unary(operator: '-' | 'not'): SyntaxNode {
        const token = this.move();
        const operand = this.expression(Precedence.PrefixUnary);
        return { kind: 'unary', operator, operand, span: token.span, extent: join(token.span, operand.extent) };
    }

    private identifier(): Identifier {
        const token = this.current();
        if (token.kind !== 'Ident') {
            this.expected('Ident');
            return { name: '', span: { start: token.span.start, end: token.span.start } };
        }
        this.move();
        if (token.isOpen) {
            this.report(token.span, messages.closingQuoteExpected);
        } else if (token.text.trim() === '') {
            this.report(token.span, messages.emptyIdentifier);
        }
        return { name: token.text, span: token.span };
    }

    private name(): SyntaxNode {
        const identifier = this.identifier();
        if (this.current().kind === 'ParenOpen') {
            return this.call([], identifier, identifier.span.start);
        }
        if (this.current().kind === 'At') {
            this.move();
            return this.record();
        }
        return { kind: 'name', identifier, isGlobal: false, span: identifier.span, extent: identifier.span };
    }

    private globalName(): SyntaxNode {
        const open = this.move();
        this.move();
        const identifier = this.identifier();
        const close = this.move();
        if (close.kind !== 'BracketClose') {
            this.report(close.span, messages.unexpectedToken('BracketClose', close.kind));
        }
        return {
            kind: 'name',
            identifier,
            isGlobal: true,
            span: identifier.span,
            extent: join(open.span, close.span),
        };
    }

    private namespacedCall(left: SyntaxNode): SyntaxNode | undefined {
        if (left.kind !== 'dotted') {
            return undefined;
        }
        const namespace = namespaceOf(left.left);
        return namespace ? this.call(namespace, left.right, left.extent.start) : undefined;
    }

    private call(namespace: readonly Identifier[], name: Identifier, start: number): SyntaxNode {
        const open = this.move();
        const written: SyntaxNode[] = [];
        let close: Token | undefined;
        if (this.current().kind === 'ParenClose') {
            close = this.move();
        } else {
            for (;;) {
                while (this.current().kind === 'Comma') {
                    written.push(this.fault(this.move(), messages.badToken));
                }
                written.push(this.expression(Precedence.Chain));
                if (this.current().kind !== 'Comma') {
                    break;
                }
                this.move();
            }
            close = this.eat('ParenClose');
        }
        const extent = { start, end: close?.span.end ?? written.at(-1)?.extent.end ?? open.span.end };
        return { kind: 'call', namespace, name, arguments: written, span: close ? extent : open.span, extent };
    }

    private parenthesized(): SyntaxNode {
        const open = this.move();
        const inner = this.expression(Precedence.Single);
        const close = this.eat('ParenClose');
        return { ...inner, extent: join(open.span, close?.span ?? inner.extent) };
    }

    private record(): SyntaxNode {
        const open = this.current();
        const fields: { name: Identifier; value: SyntaxNode }[] = [];
        if (!this.eat('CurlyOpen')) {
            return { kind: 'fault', span: open.span, extent: open.span };
        }
        while (this.current().kind !== 'CurlyClose') {
            const name = this.identifier();
            if (this.current().kind !== 'Colon') {
                this.expected('Colon');
                fields.push({ name, value: this.fault(this.move(), messages.colonExpected) });
                break;
            }
            this.move();
            fields.push({ name, value: this.expression(Precedence.Single) });
            if (this.current().kind !== 'Comma') {
                break;
            }
            const comma = this.move();
            if (this.current().kind === 'CurlyClose') {
                const value = this.fault(comma, messages.colonExpected);
                fields.push({ name: this.identifier(), value });
            }
        }
        const close = this.eat('CurlyClose');
        const span = join(open.span, close?.span ?? fields.at(-1)?.value.extent ?? open.span);
        return { kind: 'record', fields, span, extent: span };
    }

    private table(): SyntaxNode {
        const open = this.move();
        const items: SyntaxNode[] = [];
        while (this.current().kind !== 'BracketClose') {
            items.push(this.expression(Precedence.Single));
            if (this.current().kind !== 'Comma') {
                break;
            }
            this.move();
        }
        const close = this.eat('BracketClose');
        const span = join(open.span, close?.span ?? items.at(-1)?.extent ?? open.span);
        return { kind: 'table', items, span, extent: span };
    }

    private interpolation(): SyntaxNode {
        const open = this.move();
        const parts: SyntaxNode[] = [];
        for (;;) {
            const token = this.current();
            if (token.kind === 'StrInterpEnd' || token.kind === 'Eof') {
                if (token.kind === 'Eof') {
                    parts.push(this.fault(token, messages.badToken));
                }
                this.move();
                const span = join(open.span, token.span);
                return { kind: 'interpolation', parts, span, extent: span };
            }
            if (token.kind === 'IslandStart') {
                this.move();
                if (this.current().kind === 'IslandEnd') {
                    parts.push(this.fault(this.current(), messages.emptyIsland));
                }
            } else if (token.kind === 'IslandEnd') {
                this.move();
            } else {
                parts.push(this.expression(Precedence.Chain));
            }
        }
    }
}

function join(first: Span, last: Span): Span {
    return { start: first.start, end: Math.max(first.end, last.end) };
}

function depthOf(node: SyntaxNode): number {
    let depth = 1;
    for (let left = node; left.kind === 'dotted'; left = left.left) {
        depth++;
    }
    return depth;
}
