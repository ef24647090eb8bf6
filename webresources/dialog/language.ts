import React, { useContext } from 'react';
import type { Language } from '../../lifecycle/defaults';
import { wordsOf, type Words } from './words';
import english from './texts.1033.json';
import french from './texts.1036.json';

/** Of the user; `mount` sets it for everything in the dialog. */
export const LanguageContext: React.Context<Language> = React.createContext<Language>(1033);

export type GeneralKey = keyof typeof english;

/** The texts that the components bring along. */
export function generalWords(language: Language): Words<GeneralKey> {
    return wordsOf(english, french, language);
}

/** The same in the language of the dialog. */
export function useGeneralWords(): Words<GeneralKey> {
    return generalWords(useContext(LanguageContext));
}

/**
 * How the user writes numbers and days, as a BCP 47 tag: the browser's own region where it is of the user's language.
 * A web resource is not told the formats of the user's settings.
 */
export function localeOf(language: Language): string {
    const primary = language === 1036 ? 'fr' : 'en';
    const browser = globalThis.navigator?.language ?? '';
    if (browser === primary || browser.startsWith(`${primary}-`)) return browser;
    return language === 1036 ? 'fr-FR' : 'en-US';
}

export function useLocale(): string {
    return localeOf(useContext(LanguageContext));
}
