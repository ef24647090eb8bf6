import { LANGUAGES, type Language } from './language';

/**
 * Default rows with their texts in the reader's language. Rows hold one language only; as long as a text is still the
 * default of some language, it may be shown in any other. A text that a maker has put in other words stays.
 * @param texts names of the members that hold texts
 */
export function translateDefaults<Text extends string, Item extends Readonly<Record<Text | 'id', unknown>>>(
    items: readonly Item[],
    texts: readonly Text[],
    defaultsIn: (language: Language) => readonly Item[],
    language: Language,
): readonly Item[] {
    const defaults = LANGUAGES.map((known) => ({
        known,
        byId: new Map(defaultsIn(known).map((item) => [item.id, item])),
    }));
    const wanted = defaults.find(({ known }) => known === language);
    return items.map((item) => {
        const translation = wanted?.byId.get(item.id);
        if (!translation) return item;
        const unchanged = texts.filter((text) => defaults.some(({ byId }) => byId.get(item.id)?.[text] === item[text]));
        return { ...item, ...Object.fromEntries(unchanged.map((text) => [text, translation[text]])) };
    });
}
