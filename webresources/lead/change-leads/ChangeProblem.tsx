import React from 'react';
import type { LeadChangeResult } from '../../../lifecycle/change-leads/lead-change';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { useLocale } from '../../dialog/language';
import { meanwhileText } from './result-text';
import { useChangeWords } from './words';

export interface ChangeProblemProps {
    readonly result: LeadChangeResult | undefined;
    /** Reads the lead anew; what has been typed stays. */
    readonly onReload: () => void;
}

/** Why the only lead was not changed. Confirming again tries again. */
export function ChangeProblem({ result, onReload }: ChangeProblemProps): JSX.Element {
    const words = useChangeWords();
    const locale = useLocale();
    if (result === undefined) return <></>;
    switch (result.kind) {
        case 'done':
        case 'not-started':
            return <></>;
        case 'refused':
            return <ErrorPanel error={result.problem} during="writing" />;
        case 'changed':
            return (
                <ErrorPanel
                    error={result}
                    title={words('changed.title')}
                    words={meanwhileText(result.meanwhile, words, locale)}
                    retryLabel={words('changed.reload')}
                    onRetry={onReload}
                />
            );
        case 'gone':
            return <ErrorPanel error={result} words={words('gone')} />;
        case 'interrupted':
        case 'unknown':
            return (
                <ErrorPanel error={result} title={words(`${result.kind}.title`)} words={words(`${result.kind}.text`)} />
            );
    }
}
