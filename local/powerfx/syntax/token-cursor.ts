import { messages } from '../messages';
import type { FaultNode, Identifier } from './nodes';
import type { Span } from './span';
import type { SyntaxFault } from './syntax-fault';
import type { Token, TokenKind } from './token';

/** Walks over the tokens of a formula and gathers what is wrong with it. */
export abstract class TokenCursor {
    protected readonly faults: SyntaxFault[] = [];
    private index = 0;

    /** @param tokens Without comments; the last is the end. */
    constructor(private readonly tokens: readonly Token[]) {}

    protected current(): Token {
        return this.peek(0);
    }

    protected peek(offset: number): Token {
        const token = this.tokens[Math.min(this.index + offset, this.tokens.length - 1)];
        if (!token) {
            throw new Error('A formula has no tokens at all, not even its end.');
        }
        return token;
    }

    protected move(): Token {
        const token = this.current();
        if (token.kind !== 'Eof') {
            this.index++;
        }
        return token;
    }

    protected report(span: Span, message: string): void {
        this.faults.push({ span, message });
    }

    protected fault(token: Token, message: string): FaultNode {
        this.report(token.span, message);
        return { kind: 'fault', span: token.span, extent: token.span };
    }

    protected expected(wanted: TokenKind): void {
        this.report(this.current().span, messages.unexpectedToken(wanted, this.current().kind));
    }

    /** Takes the token when it is of this kind; otherwise reports and leaves it. */
    protected eat(kind: TokenKind): Token | undefined {
        if (this.current().kind === kind) {
            return this.move();
        }
        this.expected(kind);
        return undefined;
    }

    protected identifier(): Identifier {
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
}
