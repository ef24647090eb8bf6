import { withoutAccents, wordsOf } from './plain-text';

/** Abbreviations of legal forms, without case, accents and dots. They stand behind a company's name, some before it. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
    [
        // English
        'co company corp corporation inc incorporated limited llc llp lp ltd plc pbc pty pte pvt private',
        // French
        'cie eurl sa sarl sas sasu sca scop sci selarl snc societe',
        // German
        'ag eg ev gbr gesellschaft gmbh ggmbh kg kgaa mbh ohg se ug',
        // Others of Europe
        'ab aps as asa bv bvba cv doo dd ehf hf kft lda nv nyrt oy oyj ou sl slu spa spzoo srl sro uab vof zrt zoo',
        // Asia and Latin America
        'bhd kk sdn cv eireli ltda',
    ]
        .join(' ')
        .split(' '),
);

/** Words that join two names; they are written in many ways or not at all. */
const JOINING: ReadonlySet<string> = new Set(['and', 'et', 'und', 'y', 'e', 'the']);

/**
 * A company's name as two are compared: without case, accents, punctuation, legal form and joining words, so that
 * "Müller & Söhne GmbH & Co. KG" and "MULLER UND SOHNE" are one. Empty for a blank name only.
 */
export function companyKey(name: string): string {
    const words = companyWords(name);
    return words.length > 0 ? words.join(' ') : withoutAccents(name).trim();
}

/**
 * The word by which a company is looked up, as it is written: the longest that says something.
 * @returns null for a name without any word of three letters
 */
export function searchWord(name: string): string | null {
    const wanted = [...companyWords(name)].sort((a, b) => b.length - a.length)[0];
    if (wanted === undefined || wanted.length < 3) return null;
    const asWritten = name.split(/[^\p{Letter}\p{Number}\p{Mark}]+/u);
    return asWritten.find((word) => withoutAccents(word) === wanted) ?? wanted;
}

function companyWords(name: string): readonly string[] {
    // "S.A.R.L." and "sp. z o.o." are written with and without dots.
    const all = joinSingleLetters(wordsOf(name.replace(/\b(\p{Letter})\./gu, '$1 ')));
    const words = all.length === 1 ? all : all.filter((word) => !JOINING.has(word));
    let [start, end] = [0, words.length];
    while (end - start > 1 && isLegalForm(words[end - 1])) end -= 1;
    while (end - start > 1 && isLegalForm(words[start])) start += 1;
    return words.slice(start, end);
}

function isLegalForm(word: string | undefined): boolean {
    return word !== undefined && LEGAL_FORMS.has(word);
}

/** Letters on their own that follow each other are the letters of one abbreviation. */
function joinSingleLetters(words: readonly string[]): readonly string[] {
    return words.reduce<readonly string[]>((joined, word, index) => {
        const last = joined[joined.length - 1];
        const follows = word.length === 1 && words[index - 1]?.length === 1;
        return follows && last !== undefined ? [...joined.slice(0, -1), last + word] : [...joined, word];
    }, []);
}
