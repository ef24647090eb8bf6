import React from 'react';
import type { OpportunityChangeResult } from '../../../lifecycle/close-opportunity/change-each-opportunity';
import type { Opportunity } from '../../../lifecycle/close-opportunity/opportunity';
import { ErrorPanel } from '../../dialog/ErrorPanel';
import { resultText, type Reader } from './result-text';

export interface ChangeProblemProps {
    readonly result: OpportunityChangeResult;
    readonly reader: Reader;
    readonly failedTitle: string;
    /** Where somebody else changed it meanwhile. */
    readonly changedTitle: string;
    /** What the seller can still do about that; empty for nothing. */
    readonly changedText: (meanwhile: Opportunity) => string;
    readonly againLabel: string;
    readonly onReload: () => void;
}

/** Why the only opportunity was not changed, and the way on. Nothing for one that was. */
export function ChangeProblem(props: ChangeProblemProps): JSX.Element {
    const { result, reader, failedTitle, changedTitle, changedText, againLabel, onReload } = props;
    if (result.kind === 'done') return <></>;
    const text = resultText(result, reader);
    if (result.kind === 'changed') {
        return (
            <ErrorPanel
                error={result}
                title={changedTitle}
                words={`${text} ${changedText(result.meanwhile)}`.trim()}
                onRetry={onReload}
                retryLabel={againLabel}
            />
        );
    }
    return (
        <ErrorPanel
            error={result.kind === 'refused' ? result.problem : result}
            during="writing"
            title={failedTitle}
            words={text}
        />
    );
}
