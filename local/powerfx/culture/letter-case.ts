/**
 * A text in upper or lower case, each letter as one letter: .NET leaves those, such as ß, for which there is no single one
 * in the other case.
 */
function eachLetter(text: string, change: (text: string) => string): string {
    const changed = change(text);
    if (changed.length === text.length) {
        return changed;
    }
    return Array.from(text, (letter) => {
        const other = change(letter);
        return other.length === letter.length ? other : letter;
    }).join('');
}

/** @param language A language tag; letters are those of the language, as the Turkish i. */
export function upperCase(text: string, language: string): string {
    return eachLetter(text, (part) => part.toLocaleUpperCase(language));
}

/** @param language A language tag. */
export function lowerCase(text: string, language: string): string {
    // Outside of Turkish the small form of İ would be an i with a dot of its own.
    return eachLetter(text, (part) => part.replaceAll('İ', 'i').toLocaleLowerCase(language));
}

/** Whether two texts are the same but for the case of letters, in no language. */
export function isSameLetters(one: string, other: string): boolean {
    return one === other || upperCase(one, 'en') === upperCase(other, 'en');
}
