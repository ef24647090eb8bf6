import { useGeneralWords, useLocale } from '../../dialog/language';
import type { Reader } from './result-text';
import { useOpportunityWords } from './words';

/** The user, as far as results are put into words for them. */
export function useReader(userId: string): Reader {
    return { words: useOpportunityWords(), general: useGeneralWords(), locale: useLocale(), userId };
}
