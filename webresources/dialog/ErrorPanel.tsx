import React from 'react';
import { useGeneralWords } from './language';
import { problemDetails, problemText, type During } from './problem-text';

export interface ErrorPanelProps {
    /** What was thrown, or the `Problem` of an answer; nothing is shown for null. */
    readonly error: unknown;
    readonly during?: During;
    /** In place of the general title. */
    readonly title?: string;
    /** In place of the general words, where a dialog knows better. */
    readonly words?: string;
    readonly onRetry?: () => void;
    /** In place of "Try again". */
    readonly retryLabel?: string;
    /** More to do about it, such as a link to what somebody else has done. */
    readonly children?: React.ReactNode;
}

/** What went wrong and what to do about it. It is read out at once and gets the focus of the frame. */
export function ErrorPanel(props: ErrorPanelProps): JSX.Element {
    const { error, during = 'reading', title, words: given, onRetry, retryLabel, children } = props;
    const words = useGeneralWords();
    if (error === null || error === undefined) return <></>;
    const details = problemDetails(error);
    return (
        <div className="message error-panel" role="alert" tabIndex={-1} data-focus="">
            <strong>{title ?? words('problem.title')}</strong>
            <p>{given ?? problemText(error, words, during)}</p>
            {children}
            {details !== '' && (
                <details>
                    <summary>{words('problem.details')}</summary>
                    <p>{details}</p>
                </details>
            )}
            {onRetry && (
                <button type="button" onClick={onRetry}>
                    {retryLabel ?? words('problem.again')}
                </button>
            )}
        </div>
    );
}
