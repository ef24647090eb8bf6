import { readCharacterClass } from './character-class';
import {
    letterClasses,
    lineEnd,
    lineEnds,
    lineStart,
    literal,
    noWordBreak,
    unicodeCategories,
    wordBreak,
} from './character-sets';
import { readEscape } from './escape';
import { GroupTracker } from './group-tracker';
import type { MatchSettings } from './match-settings';

/** A pattern of Power Fx as a regular expression of JavaScript. */
export interface Pattern {
    readonly expression: RegExp;
    /** The names of its sub-matches in the order of their opening. */
    readonly names: readonly string[];
    readonly isNumbered: boolean;
}

const longestName = 62;
const lineEndCharacters = '\r\n\v\f\x85\u2028\u2029';
const isLineEnd = (character: string) => lineEndCharacters.includes(character);
const isSpace = (character: string) => lineEndCharacters.includes(character) || /[\p{Z}\t]/u.test(character);

/** Thrown and caught in this file only: the pattern is not one that Power Fx takes. */
class PatternFault {
    constructor(readonly fault: string) {}
}

function require(fault: string | undefined): void {
    if (fault !== undefined) {
        throw new PatternFault(fault);
    }
}

class PatternReader {
    private index = 0;
    private source = '';
    private readonly groups = new GroupTracker();
    private readonly names: string[] = [];
    private captures = 0;
    private endsInNumber = false;

    constructor(
        private readonly pattern: string,
        private settings: MatchSettings,
    ) {}

    read(): Pattern {
        this.readInlineOptions();
        while (this.index < this.pattern.length) {
            this.readNext();
        }
        require(this.groups.end());
        const { startsAtStart, endsAtEnd, isMultiline, ignoresCase } = this.settings;
        const source =
            (startsAtStart ? lineStart(isMultiline) : '') + this.source + (endsAtEnd ? lineEnd(isMultiline) : '');
        return {
            expression: new RegExp(source, ignoresCase ? 'ugi' : 'ug'),
            names: this.names,
            isNumbered: this.settings.isNumbered,
        };
    }

    private get rest(): string {
        return this.pattern.slice(this.index);
    }

    private emit(text: string, length: number): void {
        // A digit right after `\1` would make another number of it.
        this.source += this.endsInNumber && /^\d/.test(text) ? `(?:)${text}` : text;
        this.endsInNumber = false;
        this.index += length;
    }

    private readInlineOptions(): void {
        const match = /^\(\?([imnsx]+)\)/.exec(this.pattern);
        if (!match) {
            return;
        }
        const letters = match[1] ?? '';
        if (new Set(letters).size < letters.length) {
            throw new PatternFault(`an inline option is repeated in "${match[0]}".`);
        }
        if (letters.includes('n') && this.settings.isNumbered) {
            throw new PatternFault('the inline option "n" cannot be used with numbered sub-matches.');
        }
        this.settings = {
            ...this.settings,
            ignoresCase: this.settings.ignoresCase || letters.includes('i'),
            isMultiline: this.settings.isMultiline || letters.includes('m'),
            dotMatchesAll: this.settings.dotMatchesAll || letters.includes('s'),
            isFreelySpaced: this.settings.isFreelySpaced || letters.includes('x'),
        };
        this.index = match[0].length;
    }

    private readNext(): void {
        const character = this.pattern[this.index] ?? '';
        if (this.settings.isFreelySpaced && (character === '#' || isSpace(character))) {
            this.skipSpacing(character);
            return;
        }
        switch (character) {
            case '\\':
                return this.readEscape();
            case '(':
                return this.readOpening();
            case ')':
                require(this.groups.closeGroup());
                return this.emit(')', 1);
            case '|':
                this.groups.alternative();
                return this.emit('|', 1);
            case '[':
                return this.readClass();
            case '*':
            case '+':
            case '?':
            case '{':
                return this.readQuantifier();
            case ']':
            case '}':
                throw new PatternFault(`"${character}" must be escaped.`);
            case '^':
                return this.emit(lineStart(this.settings.isMultiline), 1);
            case '$':
                return this.emit(lineEnd(this.settings.isMultiline), 1);
            case '.':
                this.groups.single();
                return this.emit(this.settings.dotMatchesAll ? '[^]' : `[^${lineEnds}]`, 1);
            default:
                return this.readCharacter();
        }
    }

    private skipSpacing(character: string): void {
        this.index += 1;
        if (character === '#') {
            while (this.index < this.pattern.length && !isLineEnd(this.pattern[this.index] ?? '')) {
                this.index += 1;
            }
        }
    }

    private readCharacter(): void {
        const code = this.pattern.codePointAt(this.index) ?? 0;
        if (code >= 0xd800 && code <= 0xdfff) {
            throw new PatternFault('half of a surrogate pair.');
        }
        const units = code > 0xffff ? 2 : 1;
        this.groups.single(units, units);
        this.emit(literal(code), units);
    }

    private readEscape(): void {
        const escape = readEscape(this.pattern, this.index);
        switch (escape.kind) {
            case 'character': {
                const units = escape.codePoint > 0xffff ? 2 : 1;
                this.groups.single(units, units);
                return this.emit(literal(escape.codePoint), escape.length);
            }
            case 'letterClass': {
                const letters = letterClasses[escape.letter];
                this.groups.single();
                return this.emit(`[${letters?.isNegated ? '^' : ''}${letters?.set ?? ''}]`, escape.length);
            }
            case 'category':
                if (!unicodeCategories.has(escape.category)) {
                    throw new PatternFault(`the category "${escape.category}" is not supported.`);
                }
                this.groups.single();
                return this.emit(`\\${escape.isNegated ? 'P' : 'p'}{${escape.category}}`, escape.length);
            case 'wordBreak':
                return this.emit(escape.isNegated ? noWordBreak : wordBreak, escape.length);
            case 'reference':
                return this.readReference(escape.name, escape.isNumber, escape.length);
            case 'mark':
                throw new PatternFault('this escape can only stand in square brackets.');
            case 'fault':
                throw new PatternFault(escape.fault);
        }
    }

    private readReference(name: string, isNumber: boolean, length: number): void {
        if (isNumber !== this.settings.isNumbered) {
            throw new PatternFault(
                isNumber
                    ? 'numbered sub-matches need MatchOptions.NumberedSubMatches.'
                    : 'named and numbered sub-matches cannot be mixed.',
            );
        }
        require(this.groups.reference(name));
        this.emit(isNumber ? `\\${name}` : `\\k<${name}>`, length);
        this.endsInNumber = isNumber;
    }

    private readClass(): void {
        if (/^\[\^?\]/.test(this.rest)) {
            throw new PatternFault('square brackets cannot be empty.');
        }
        const match = /^\[((?:\\\]|\\\[|[^\][])+)\]/.exec(this.rest);
        if (!match) {
            throw new PatternFault('square brackets must be closed, and escaped inside of square brackets.');
        }
        const found = readCharacterClass(match[1] ?? '');
        if ('fault' in found) {
            throw new PatternFault(found.fault);
        }
        this.groups.single();
        this.emit(found.source, match[0].length);
    }

    private readQuantifier(): void {
        const { rest } = this;
        if (/^[*+?][+*]/.test(rest) || /^\{\d+(?:,\d*)?\}[+*]/.test(rest) || /^\{\d+\}\?/.test(rest)) {
            throw new PatternFault('possessive and useless quantifiers are not supported.');
        }
        const match = /^(?:[*+?]\??|\{(\d+)(?:(,)(\d+)?)?\}\??)/.exec(rest);
        if (!match) {
            throw new PatternFault('"{" must be escaped.');
        }
        const [text, low, comma, high] = match;
        const bounds = [low, high].map((bound) => (bound === undefined ? undefined : Number(bound)));
        if (bounds.some((bound) => bound !== undefined && bound > 2147483647)) {
            throw new PatternFault('the number is too large.');
        }
        const [least = text.startsWith('+') ? 1 : 0, most] = bounds;
        const exact = low !== undefined && comma === undefined;
        require(this.groups.quantifier(least, most ?? (exact ? least : text.startsWith('?') ? 1 : -1)));
        this.emit(text, text.length);
    }

    private readOpening(): void {
        const { rest } = this;
        if (rest.startsWith('(?#')) {
            const end = rest.indexOf(')');
            if (end < 0) {
                throw new PatternFault('a comment is not closed.');
            }
            this.index += end + 1;
            return;
        }
        const name = /^\(\?<([_\p{L}][_\p{L}\p{Nd}]*)>/u.exec(rest);
        if (name) {
            return this.openNamed(name[1] ?? '', name[0].length);
        }
        const look = /^\(\?(<?)[=!]/.exec(rest);
        if (look) {
            require(this.groups.openGroup(look[1] === '<' ? { isLookBehind: true } : { isLookAhead: true }));
            return this.emit(look[0], look[0].length);
        }
        if (rest.startsWith('(?:')) {
            require(this.groups.openGroup({}));
            return this.emit('(?:', 3);
        }
        if (/^\([?+*]/.test(rest)) {
            throw new PatternFault(`this kind of group is not supported; found "${rest.slice(0, 12)}".`);
        }
        if (this.settings.isNumbered) {
            this.captures += 1;
            require(this.groups.openGroup({ capture: String(this.captures) }));
            return this.emit('(', 1);
        }
        require(this.groups.openGroup({}));
        this.emit('(?:', 1);
    }

    private openNamed(name: string, length: number): void {
        if (this.settings.isNumbered) {
            throw new PatternFault('named and numbered sub-matches cannot be mixed.');
        }
        if (name.length > longestName) {
            throw new PatternFault(`the name "${name}" is too long.`);
        }
        require(this.groups.openGroup({ capture: name }));
        this.names.push(name);
        this.emit(`(?<${name}>`, length);
    }
}

/**
 * Turns a pattern into a regular expression of JavaScript, or says what in it Power Fx does not take (Microsoft Learn,
 * "Regular expressions in Microsoft Power Fx").
 */
export function readPattern(pattern: string, settings: MatchSettings): Pattern | { readonly fault: string } {
    try {
        return new PatternReader(pattern, settings).read();
    } catch (error) {
        if (error instanceof PatternFault) {
            return { fault: error.fault };
        }
        if (error instanceof SyntaxError) {
            return { fault: error.message };
        }
        throw error;
    }
}
