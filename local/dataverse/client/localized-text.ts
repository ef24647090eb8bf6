/** Texts of rows in the reader's language. */
import { BASE_LANGUAGE } from '../metadata/types';
import type { Store } from '../store/store';

/**
 * A row's text in a language, else in the base language, else as the row's own column has it.
 * @param fallback the column's value
 */
export function localizedText(
    store: Store,
    id: string,
    column: string,
    language: number,
    fallback: string | null | undefined,
): string {
    const texts = store
        .prepare<{
            lcid: number;
            text: string;
        }>('SELECT lcid, text FROM localizedlabel WHERE objectid = ? AND "column" = ? AND lcid IN (?, ?)')
        .all(id, column, language, BASE_LANGUAGE);
    const own = texts.find(({ lcid }) => lcid === language);
    return (own ?? texts[0])?.text ?? fallback ?? '';
}
