import { useContext } from 'react';
import { LanguageContext } from '../../dialog/language';
import { wordsOf, type Words } from '../../dialog/words';
import english from './texts.1033.json';
import french from './texts.1036.json';

export type ReopenWords = Words<keyof typeof english>;

/** The texts of reopening opportunities. */
export function useReopenWords(): ReopenWords {
    return wordsOf(english, french, useContext(LanguageContext));
}
