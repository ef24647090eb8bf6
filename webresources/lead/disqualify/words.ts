import { useContext } from 'react';
import type { Language } from '../../../lifecycle/defaults';
import { LanguageContext } from '../../dialog/language';
import { wordsOf, type Words } from '../../dialog/words';
import english from './texts.1033.json';
import french from './texts.1036.json';

export type DisqualifyKey = keyof typeof english;

export function disqualifyWords(language: Language): Words<DisqualifyKey> {
    return wordsOf(english, french, language);
}

/** The texts of the dialog in its language. */
export function useDisqualifyWords(): Words<DisqualifyKey> {
    return disqualifyWords(useContext(LanguageContext));
}
