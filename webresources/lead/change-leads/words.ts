import { useContext } from 'react';
import type { Language } from '../../../lifecycle/defaults';
import { LanguageContext } from '../../dialog/language';
import { wordsOf, type Words } from '../../dialog/words';
import english from './texts.1033.json';
import french from './texts.1036.json';

export type ChangeKey = keyof typeof english;

export function changeWords(language: Language): Words<ChangeKey> {
    return wordsOf(english, french, language);
}

/** The texts of dialogs that change leads, in the language of the dialog. */
export function useChangeWords(): Words<ChangeKey> {
    return changeWords(useContext(LanguageContext));
}
