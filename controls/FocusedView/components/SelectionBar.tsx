import * as React from 'react';
import { DefaultButton, PrimaryButton } from '@fluentui/react';
import { Icon } from '../../appearance/icons';
import type { OwnText } from '../texts';

export type SelectionAction = 'qualify' | 'disqualify' | 'clear';

export interface SelectionBarProps {
    readonly count: number;
    /** How many of them the list does not show at present. */
    readonly hidden: number;
    /** A command is running; a second one has to wait. */
    readonly busy: boolean;
    readonly text: OwnText;
    readonly onAction: (action: SelectionAction) => void;
}

/** What can be done with all checked leads at once. */
export function SelectionBar({ count, hidden, busy, text, onAction }: SelectionBarProps): JSX.Element {
    return (
        <div className="llc-fv-selection" role="group" aria-label={text('selection.label')}>
            <div className="llc-fv-selection-count" role="status">
                {hidden === 0 ? text('selection.count', count) : text('selection.countHidden', count, hidden)}
            </div>
            <div className="llc-fv-buttons">
                <PrimaryButton
                    text={text('selection.qualify')}
                    ariaLabel={text('selection.qualifyLabel', count)}
                    disabled={busy}
                    onRenderIcon={() => <Icon name="qualify" size={14} />}
                    onClick={() => onAction('qualify')}
                />
                <DefaultButton
                    text={text('selection.disqualify')}
                    ariaLabel={text('selection.disqualifyLabel', count)}
                    disabled={busy}
                    onRenderIcon={() => <Icon name="disqualify" size={14} />}
                    onClick={() => onAction('disqualify')}
                />
                <DefaultButton
                    text={text('selection.clear')}
                    onRenderIcon={() => <Icon name="cross" size={14} />}
                    onClick={() => onAction('clear')}
                />
            </div>
        </div>
    );
}
