import { LANGUAGES, type Language } from './language';

/**
 * Items with their texts in the reader's language. Rows hold one language only; as long as a text is word for word
 * that of a default in some language, it is shown in any other. A text that a maker has put in other words stays.
 * @param texts names of the members that hold texts
 */
export function translateDefaults<Text extends string, Item extends Readonly<Record<Text, unknown>>>(
    items: readonly Item[],
    texts: readonly Text[],
    defaultsIn: (language: Language) => readonly Item[],
    language: Language,
): readonly Item[] {
    const wanted = defaultsIn(language);
    const translations = new Map(
        LANGUAGES.flatMap((known) =>
            defaultsIn(known).flatMap((item, index) =>
                texts.map((text) => [item[text], wanted[index]?.[text]] as const),
            ),
        ),
    );
    return items.map((item) => ({
        ...item,
        ...Object.fromEntries(texts.map((text) => [text, translations.get(item[text]) ?? item[text]])),
    }));
}
