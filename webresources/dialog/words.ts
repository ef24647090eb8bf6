import { format } from '../../lifecycle/messages';
import type { Language } from '../../lifecycle/defaults';

/** Gives a text of a dialog in the user's language, with the values put in. */
export type Words<Key extends string> = (key: Key, ...values: readonly (string | number)[]) => string;

/**
 * The texts of a dialog from its two language files, which have the same keys and the same places for values.
 */
export function wordsOf<Key extends string>(
    english: Readonly<Record<Key, string>>,
    french: Readonly<Record<Key, string>>,
    language: Language,
): Words<Key> {
    const texts = language === 1036 ? french : english;
    return (key, ...values) => format(texts[key], values);
}
