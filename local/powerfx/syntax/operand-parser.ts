import { messages } from '../messages';
import type { Identifier, SyntaxNode } from './nodes';
import { Precedence } from './precedence';
import { joinSpans } from './span';
import { TokenCursor } from './token-cursor';
import type { Token } from './token';

/** Reads what operators stand between: literals, names, calls, records, tables and text with islands. */
export abstract class OperandParser extends TokenCursor {
    /** Reads an operand and the operators after it that bind at least this tightly. */
    protected abstract expression(least: number): SyntaxNode;

    protected operand(): SyntaxNode {
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
        return { kind: 'unary', operator, operand, span: token.span, extent: joinSpans(token.span, operand.extent) };
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
            extent: joinSpans(open.span, close.span),
        };
    }

    protected call(namespace: readonly Identifier[], name: Identifier, start: number): SyntaxNode {
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
        return { ...inner, extent: joinSpans(open.span, close?.span ?? inner.extent) };
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
        const span = joinSpans(open.span, close?.span ?? fields.at(-1)?.value.extent ?? open.span);
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
        const span = joinSpans(open.span, close?.span ?? items.at(-1)?.extent ?? open.span);
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
                const span = joinSpans(open.span, token.span);
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
