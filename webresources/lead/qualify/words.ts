import { useContext } from 'react';
import { LanguageContext } from '../../dialog/language';
import { wordsOf, type Words } from '../../dialog/words';
import english from './texts.1033.json';
import french from './texts.1036.json';

export type QualifyKey = keyof typeof english;
export type QualifyWords = Words<QualifyKey>;

/** The texts of the qualify dialog in the user's language. */
export function useQualifyWords(): QualifyWords {
    return wordsOf(english, french, useContext(LanguageContext));
}

/** A text for one and another one for many, with the number put in. */
export function counted(words: QualifyWords, one: QualifyKey, many: QualifyKey, count: number): string {
    return words(count === 1 ? one : many, count);
}
