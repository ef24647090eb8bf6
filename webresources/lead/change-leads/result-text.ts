import type { LeadChangeResult, LeadMeanwhile } from '../../../lifecycle/change-leads/lead-change';
import type { GeneralKey } from '../../dialog/language';
import { problemText } from '../../dialog/problem-text';
import type { State } from '../../dialog/StateIcon';
import type { Words } from '../../dialog/words';
import type { ChangeKey } from './words';

/** What came of a lead, in words; empty for what is done. */
export function resultText(
    result: LeadChangeResult,
    words: Words<ChangeKey>,
    general: Words<GeneralKey>,
    locale: string,
): string {
    switch (result.kind) {
        case 'done':
            return '';
        case 'refused':
            return problemText(result.problem, general, 'writing');
        case 'changed':
            return meanwhileText(result.meanwhile, words, locale);
        case 'gone':
        case 'interrupted':
        case 'not-started':
        case 'unknown':
            return words(result.kind);
    }
}

/** Who changed the lead, when, and where it stands now. */
export function meanwhileText({ by, on, status }: LeadMeanwhile, words: Words<ChangeKey>, locale: string): string {
    const moment = new Date(on).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
    return words('changed', by, moment, status);
}

export function stateOfResult(result: LeadChangeResult | undefined, isRunning: boolean): State {
    if (result === undefined) return isRunning ? 'running' : 'waiting';
    switch (result.kind) {
        case 'done':
            return 'done';
        case 'not-started':
            return 'skipped';
        case 'unknown':
        case 'changed':
            return 'warning';
        case 'refused':
        case 'gone':
        case 'interrupted':
            return 'failed';
    }
}

/** Whether it makes sense to try again as it is: what was changed meanwhile has to be looked at first. */
export function canRetry(result: LeadChangeResult): boolean {
    return result.kind !== 'done' && result.kind !== 'gone';
}
