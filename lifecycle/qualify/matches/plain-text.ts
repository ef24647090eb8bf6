/** Letters that no accent makes out of another one, as they are written without. */
const LETTERS: Readonly<Record<string, string>> = {
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
};

/** Text without case and accents, as names are compared. */
export function withoutAccents(text: string): string {
    return text
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{Mark}/gu, '')
        .replace(/[ßæœøłđðþ]/g, (letter) => LETTERS[letter] ?? letter);
}

/** The words of a name, without case, accents and punctuation. */
export function wordsOf(text: string): readonly string[] {
    return withoutAccents(text)
        .replace(/['’`´]/g, '')
        .split(/[^\p{Letter}\p{Number}]+/u)
        .filter((word) => word !== '');
}
