import React, { useCallback } from 'react';
import type { Connection } from '../dialog/connection';
import { DialogFrame } from '../dialog/DialogFrame';
import { wordsOf } from '../dialog/words';
import { CriterionList } from './CriterionList';
import english from './texts.1033.json';
import french from './texts.1036.json';

/**
 * Names everything that a gate still asks for, each with a link to its field. What is only recommended can be left
 * open by a confirmation; what is required cannot.
 */
export function GateDialog({ connection }: { readonly connection: Connection<'gate'> }): JSX.Element {
    const { input, text, language, close } = connection;
    const { stage, blocking, warnings, progress } = input;
    const words = wordsOf(english, french, language);
    const isBlocked = blocking.length > 0;
    const first = blocking.find(({ isReachable }) => isReachable);
    const stay = useCallback(() => close(null), [close]);
    const focus = (column: string): void => close({ kind: 'focus', column });
    return (
        <DialogFrame
            title={text(isBlocked ? 'gate.blocked.title' : 'gate.warning.title')}
            confirmLabel={isBlocked ? words('first') : text('button.continue')}
            cancelLabel={text(isBlocked ? 'button.close' : 'button.stay')}
            confirmDisabled={isBlocked && first === undefined}
            onCancel={stay}
            onConfirm={() => {
                if (!isBlocked) close({ kind: 'pass' });
                else if (first) focus(first.column);
            }}
        >
            <p className="intro">{words(isBlocked ? 'intro.blocked' : 'intro.warnings', stage)}</p>
            <div className="gate-progress">
                <div
                    className="gate-track"
                    role="progressbar"
                    aria-label={words('progressLabel')}
                    aria-valuenow={progress}
                    aria-valuemin={0}
                    aria-valuemax={100}
                >
                    <div className="gate-bar" style={{ width: `${progress}%` }} />
                </div>
                <span>{words('progress', progress)}</span>
            </div>
            <CriterionList standing="blocking" criteria={blocking} words={words} onFocus={focus} />
            <CriterionList standing="warnings" criteria={warnings} words={words} onFocus={focus} />
            {!isBlocked && <p className="gate-recorded">{words('recorded')}</p>}
        </DialogFrame>
    );
}
