import { useContext } from 'react';
import { LanguageContext } from '../../dialog/language';
import { wordsOf, type Words } from '../../dialog/words';
import english from './texts.1033.json';
import french from './texts.1036.json';

export type CloseWords = Words<keyof typeof english>;

/** The texts of closing opportunities. */
export function useCloseWords(): CloseWords {
    return wordsOf(english, french, useContext(LanguageContext));
}
