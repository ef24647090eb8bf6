import { messages } from '../messages';
import { isDigit, isFormatCharacter, isNameCharacter, isNameStart, isSpace } from './characters';
import { keywords, punctuation, reservedWords } from './keywords';
import type { Token, TokenKind } from './token';

export interface LexerOptions {
    /** Words kept for later versions may be used as names. */
    readonly allowReservedWords?: boolean;
    /**
     * The text is what is to be given, with `${…}` around formulas, and a formula only when it begins with `=`. `$${`
     * stands for `${`.
     */
    readonly isTextFirst?: boolean;
}

/** Inside `$"…"` the text and its `{…}` islands are read by different rules; braces within an island nest. */
type Mode = 'formula' | 'island' | 'interpolation' | 'plainText';

/**
 * Splits a formula into tokens, comments included, white space left out. Never fails: what cannot be read becomes an
 * `Error` token. The last token is `Eof`.
 */
export function tokenize(text: string, options: LexerOptions = {}): readonly Token[] {
    return new Lexer(text, options).run();
}

class Lexer {
    private position = 0;
    private start = 0;
    private readonly modes: Mode[] = ['formula'];
    private readonly tokens: Token[] = [];

    constructor(
        private readonly text: string,
        private readonly options: LexerOptions,
    ) {}

    run(): readonly Token[] {
        if (this.options.isTextFirst) {
            this.beginText();
        }
        while (this.position < this.text.length) {
            this.start = this.position;
            const token = this.next();
            if (token) {
                this.tokens.push(token);
            }
        }
        this.start = this.position;
        if (this.mode === 'plainText') {
            this.tokens.push(this.token('StrInterpEnd'));
        }
        this.tokens.push(this.token('Eof'));
        return this.tokens;
    }

    private next(): Token | undefined {
        switch (this.mode) {
            case 'interpolation':
                return this.interpolation();
            case 'plainText':
                return this.plainText();
            default:
                return this.formula();
        }
    }

    private beginText(): void {
        const [lead = ''] = /^\s*=/.exec(this.text) ?? [];
        if (lead !== '') {
            this.position = lead.length;
            return;
        }
        this.modes.push('plainText');
        this.tokens.push(this.token('StrInterpStart'));
    }

    private plainText(): Token {
        if (this.text.startsWith('${', this.position)) {
            this.position += 2;
            this.modes.push('island');
            return this.token('IslandStart');
        }
        let text = '';
        while (this.position < this.text.length && !this.text.startsWith('${', this.position)) {
            const isEscape = this.text.startsWith('$${', this.position);
            text += isEscape ? '${' : this.at();
            this.position += isEscape ? 3 : 1;
        }
        return this.token('StrLit', text);
    }

    private get mode(): Mode {
        return this.modes.at(-1) ?? 'formula';
    }

    private at(offset = 0): string {
        return this.text[this.position + offset] ?? '';
    }

    private token(kind: TokenKind, text = '', more: Pick<Token, 'fault' | 'isOpen'> = {}): Token {
        return { kind, span: { start: this.start, end: this.position }, text, ...more };
    }

    private formula(): Token | undefined {
        const character = this.at();
        if (this.mode === 'island' && character === '}') {
            this.position++;
            this.modes.pop();
            return this.token('IslandEnd');
        }
        if (isDigit(character) || (character === '.' && isDigit(this.at(1)))) {
            return this.number();
        }
        if (character === "'") {
            return this.quotedName();
        }
        if (isNameStart(character)) {
            return this.name();
        }
        if (character === '$' && this.at(1) === '"') {
            this.position += 2;
            this.modes.push('interpolation');
            return this.token('StrInterpStart');
        }
        if (character === '"') {
            return this.textLiteral();
        }
        if (isSpace(character)) {
            this.position++;
            return undefined;
        }
        if (character === '/' && (this.at(1) === '/' || this.at(1) === '*')) {
            return this.comment();
        }
        return this.punctuation();
    }

    private number(): Token {
        const [written] = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/.exec(this.text.slice(this.position)) ?? [''];
        this.position += written.length;
        const value = Number(written);
        return Number.isFinite(value)
            ? this.token('NumLit', written)
            : this.token('Error', written, { fault: messages.numberTooLarge });
    }

    private name(): Token {
        while (isNameCharacter(this.at())) {
            this.position++;
        }
        const name = this.text.slice(this.start, this.position);
        const keyword = keywords.get(name);
        if (keyword) {
            const isCall = keyword === 'KeyAnd' || keyword === 'KeyOr' || keyword === 'KeyNot';
            return isCall && this.at() === '(' ? this.token('Ident', name) : this.token(keyword, name);
        }
        if (reservedWords.has(name) && !this.options.allowReservedWords) {
            return this.token('Error', name);
        }
        return this.token('Ident', name);
    }

    private quotedName(): Token {
        let name = '';
        this.position++;
        while (this.position < this.text.length) {
            const character = this.at();
            if (character === "'") {
                if (this.at(1) !== "'") {
                    this.position++;
                    return this.token('Ident', name);
                }
                this.position++;
            } else if (character === '\n') {
                break;
            }
            name += character;
            this.position++;
        }
        return this.token('Ident', name, { isOpen: true });
    }

    private textLiteral(): Token {
        let text = '';
        this.position++;
        while (this.position < this.text.length) {
            const character = this.at();
            this.position++;
            if (character === '"') {
                if (this.at() !== '"') {
                    return this.token('StrLit', text);
                }
                this.position++;
                text += character;
            } else if (!isFormatCharacter(character)) {
                text += character;
            }
        }
        return this.token('Error', text);
    }

    private comment(): Token {
        const isBlock = this.at(1) === '*';
        const end = this.text.indexOf(isBlock ? '*/' : '\n', this.position + 2);
        if (end < 0) {
            this.position = this.text.length;
            return this.token('Comment', '', isBlock ? { isOpen: true } : {});
        }
        this.position = end + (isBlock ? 2 : 1);
        return this.token('Comment');
    }

    private punctuation(): Token {
        for (const [written, kind] of punctuation) {
            if (this.text.startsWith(written, this.position)) {
                this.position += written.length;
                if (kind === 'CurlyOpen') {
                    this.modes.push('formula');
                } else if (kind === 'CurlyClose') {
                    this.modes.pop();
                }
                return this.token(kind, written);
            }
        }
        this.position += (this.text.codePointAt(this.position) ?? 0) > 0xffff ? 2 : 1;
        return this.token('Error');
    }

    private interpolation(): Token {
        const character = this.at();
        if (character === '"' && this.at(1) !== '"') {
            this.position++;
            this.modes.pop();
            return this.token('StrInterpEnd');
        }
        if (character === '{' && this.at(1) !== '{') {
            this.position++;
            this.modes.push('island');
            return this.token('IslandStart');
        }
        return this.interpolationText();
    }

    private interpolationText(): Token {
        let text = '';
        while (this.position < this.text.length) {
            const character = this.at();
            if (character === '"' || character === '{' || character === '}') {
                if (this.at(1) !== character) {
                    if (character !== '}') {
                        return this.token('StrLit', text);
                    }
                    const fault = this.token('Error');
                    this.position++;
                    return fault;
                }
                this.position += 2;
                text += character;
                continue;
            }
            this.position++;
            if (!isFormatCharacter(character)) {
                text += character;
            }
        }
        return this.token('Error', text);
    }
}
