import { useContext } from 'react';
import { LanguageContext } from '../../dialog/language';
import { wordsOf, type Words } from '../../dialog/words';
import english from './texts.1033.json';
import french from './texts.1036.json';

export type OpportunityWords = Words<keyof typeof english>;

/** The texts that closing and reopening have in common. */
export function useOpportunityWords(): OpportunityWords {
    return wordsOf(english, french, useContext(LanguageContext));
}
