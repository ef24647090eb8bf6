import { OpportunityState } from '../../../lifecycle/choices';
import type { OpportunityChangeResult } from '../../../lifecycle/close-opportunity/change-each-opportunity';
import type { Opportunity } from '../../../lifecycle/close-opportunity/opportunity';
import type { GeneralKey } from '../../dialog/language';
import { problemText } from '../../dialog/problem-text';
import type { Words } from '../../dialog/words';
import { formatMoment } from './format';
import type { OpportunityWords } from './words';

/** What words of a result need to know of the user. */
export interface Reader {
    readonly words: OpportunityWords;
    readonly general: Words<GeneralKey>;
    readonly locale: string;
    readonly userId: string;
}

/** What came of an opportunity that was not changed; empty for one that was. */
export function resultText(result: OpportunityChangeResult, reader: Reader): string {
    const { words, general } = reader;
    switch (result.kind) {
        case 'done':
            return '';
        case 'changed':
            return changeText(result.meanwhile, reader);
        case 'refused':
            return problemText(result.problem, general, 'writing');
        case 'gone':
        case 'interrupted':
        case 'unknown':
        case 'not-started':
            return words(result.kind);
    }
}

/** Who has changed an opportunity last, when, and how it stands now. */
export function changeText(now: Opportunity, { words, locale, userId }: Reader): string {
    const on = formatMoment(now.modifiedOn, locale);
    const state = stateText(now, words);
    const { id, name } = now.modifiedBy;
    return id === userId ? words('changed.byYou', on, state) : words('changed.by', name, on, state);
}

export function stateText({ state, statusLabel }: Opportunity, words: OpportunityWords): string {
    switch (state) {
        case OpportunityState.open:
            return words('state.open', statusLabel);
        case OpportunityState.won:
            return words('state.won', statusLabel);
        case OpportunityState.lost:
            return words('state.lost', statusLabel);
    }
}
