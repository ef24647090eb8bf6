/**
 * The player's own texts. `local/app/texts/<area>.<locale id>.json` hold them; the bundles are read on demand.
 */
import type { Texts } from './types';

export const ENGLISH = 1033;
export const FRENCH = 1036;

type Bundle = Readonly<Record<string, string>>;

/** Reads the texts of a language; a language that the player does not speak reads English. */
export async function loadTexts(language: number): Promise<Texts> {
    const bundle =
        language === FRENCH ? (await import('../texts/1036')).default : (await import('../texts/1033')).default;
    return createTexts(bundle);
}

/** Texts with `{0}`, `{1}` … filled in. A key that is missing shows as itself, so that nobody overlooks it. */
export function createTexts(bundle: Bundle): Texts {
    return (key, ...values) =>
        (bundle[key] ?? key).replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}

/** The language of a locale id as HTML writes it. */
export function localeOf(language: number): string {
    return language === FRENCH ? 'fr' : 'en';
}
