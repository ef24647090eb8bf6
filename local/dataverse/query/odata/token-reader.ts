/** Walks over tokens; the parsers of the single options share it. */
import { syntaxError, tokenize, type Token } from './lexer';

export class TokenReader {
    private readonly tokens: readonly Token[];
    private index = 0;

    /** @throws DataverseError 0x80060888 when the text has characters that no token begins with */
    constructor(readonly text: string) {
        this.tokens = tokenize(text);
    }

    get current(): Token {
        return this.at(0);
    }

    at(offset: number): Token {
        const token = this.tokens[this.index + offset] ?? this.tokens.at(-1);
        return token ?? { kind: 'end', text: '', position: this.text.length, end: this.text.length };
    }

    next(): Token {
        const token = this.current;
        if (token.kind !== 'end') this.index += 1;
        return token;
    }

    is(punctuation: string, offset = 0): boolean {
        const token = this.at(offset);
        return token.kind === 'punctuation' && token.text === punctuation;
    }

    isWord(word: string): boolean {
        return this.current.kind === 'identifier' && this.current.text === word;
    }

    /** Steps over `punctuation` when it is there. */
    skip(punctuation: string): boolean {
        if (!this.is(punctuation)) return false;
        this.next();
        return true;
    }

    expect(punctuation: string): void {
        if (!this.skip(punctuation)) throw this.error(`'${punctuation}' expected`);
    }

    expectIdentifier(): Token {
        if (this.current.kind !== 'identifier') throw this.error('a name is expected');
        return this.next();
    }

    /** `a/b/c` */
    readPath(): readonly string[] {
        const segments = [this.expectIdentifier().text];
        while (this.is('/') && this.at(1).kind === 'identifier') {
            this.next();
            segments.push(this.next().text);
        }
        return segments;
    }

    expectEnd(): void {
        if (this.current.kind !== 'end') throw this.error(`'${this.current.text}' is not expected`);
    }

    error(what: string): Error {
        return syntaxError(what, this.current.position, this.text);
    }
}
