import { letterClasses, literalInClass, unicodeCategories } from './character-sets';
import { readEscape } from './escape';

/** A class in square brackets, for JavaScript's `u` mode, or what is wrong with it. */
export type CharacterClass = { readonly source: string } | { readonly fault: string };

const doubled = new Set('<< == >> :: @@ `` ~~ %% && ;; ,, !! || ## $$ ** ++ .. ?? ^^ --'.split(' '));

interface Member {
    /** -1 for a set of characters, which cannot bound a range. */
    readonly codePoint: number;
    readonly source: string;
    /** With this, it stands for every other character: not to be written inside the same brackets. */
    readonly allBut?: string;
    readonly length: number;
}

function readMember(content: string, index: number, isNegated: boolean): Member | string {
    const character = content[index] ?? '';
    if (character !== '\\') {
        const code = content.codePointAt(index) ?? 0;
        if (code > 0xffff) {
            return 'characters beyond U+FFFF cannot stand in square brackets.';
        }
        if (code >= 0xd800 && code <= 0xdfff) {
            return 'half of a surrogate pair.';
        }
        if (doubled.has(content.slice(index, index + 2))) {
            return 'the same mark cannot be repeated in square brackets.';
        }
        return /[/|\\{}()[\]^]/.test(character)
            ? `"${character}" must be escaped in square brackets.`
            : { codePoint: code, source: literalInClass(code), length: 1 };
    }
    const escape = readEscape(content, index);
    const { length } = escape;
    switch (escape.kind) {
        case 'character':
            return escape.codePoint > 0xffff
                ? 'characters beyond U+FFFF cannot stand in square brackets.'
                : { codePoint: escape.codePoint, source: literalInClass(escape.codePoint), length };
        case 'mark':
            return { codePoint: escape.codePoint, source: literalInClass(escape.codePoint), length };
        case 'letterClass': {
            const letters = letterClasses[escape.letter];
            if (isNegated && letters?.isNegated) {
                return 'a negative class cannot stand in negative square brackets.';
            }
            return {
                codePoint: -1,
                source: letters?.isNegated ? '' : (letters?.set ?? ''),
                ...(letters?.isNegated ? { allBut: letters.set } : {}),
                length,
            };
        }
        case 'category':
            if (isNegated && escape.isNegated) {
                return 'a negative class cannot stand in negative square brackets.';
            }
            return unicodeCategories.has(escape.category)
                ? { codePoint: -1, source: `\\${escape.isNegated ? 'P' : 'p'}{${escape.category}}`, length }
                : `the category "${escape.category}" is not supported.`;
        case 'wordBreak':
        case 'reference':
            return 'this escape cannot stand in square brackets.';
        case 'fault':
            return escape.fault;
    }
}

/** Reads what stands between square brackets. */
export function readCharacterClass(text: string): CharacterClass {
    const isNegated = text.startsWith('^');
    const content = isNegated ? text.slice(1) : text;
    let source = '';
    const negations: string[] = [];
    let last: Member | undefined;
    let isRange = false;
    let index = 0;
    while (index < content.length) {
        if (content[index] === '-' && content[index + 1] !== '-') {
            if (!last || isRange || index === content.length - 1) {
                return { fault: 'a hyphen must be escaped in square brackets.' };
            }
            if (last.codePoint < 0) {
                return { fault: 'a class cannot bound a range.' };
            }
            isRange = true;
            index += 1;
            continue;
        }
        const member = readMember(content, index, isNegated);
        if (typeof member === 'string') {
            return { fault: member };
        }
        if (isRange && last) {
            if (member.codePoint < 0) {
                return { fault: 'a class cannot bound a range.' };
            }
            if (member.codePoint < last.codePoint) {
                return { fault: 'the range is in the wrong order.' };
            }
            source += `-${member.source}`;
            isRange = false;
            // The end of one range cannot begin another.
            last = undefined;
        } else {
            source += member.source;
            if (member.allBut !== undefined) {
                negations.push(`[^${member.allBut}]`);
            }
            last = member;
        }
        index += member.length;
    }
    const listed = isNegated || source !== '' ? [`[${isNegated ? '^' : ''}${source}]`] : [];
    const alternatives = [...listed, ...negations];
    return { source: alternatives.length === 1 ? (alternatives[0] ?? '') : `(?:${alternatives.join('|')})` };
}
