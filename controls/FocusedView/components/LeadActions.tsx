import * as React from 'react';
import { DefaultButton, PrimaryButton } from '@fluentui/react';
import { LeadState } from '../../../lifecycle/choices';
import { Icon } from '../../appearance/icons';
import type { OwnText } from '../texts';

export type LeadAction = 'qualify' | 'disqualify' | 'reactivate' | 'open';

export interface LeadActionsProps {
    readonly state: LeadState | null;
    /** A command is running; a second one has to wait. */
    readonly busy: boolean;
    readonly text: OwnText;
    readonly onAction: (action: LeadAction) => void;
}

/** What can be done with a lead in its state: the commands of its form, and the way to that form. */
export function LeadActions(props: LeadActionsProps): JSX.Element {
    const { state, busy, text, onAction } = props;
    return (
        <div className="llc-fv-buttons" role="group" aria-label={text('detail.actions')}>
            {state === LeadState.open && (
                <>
                    <PrimaryButton
                        text={text('detail.qualify')}
                        disabled={busy}
                        onRenderIcon={() => <Icon name="qualify" size={14} />}
                        onClick={() => onAction('qualify')}
                    />
                    <DefaultButton
                        text={text('detail.disqualify')}
                        disabled={busy}
                        onRenderIcon={() => <Icon name="disqualify" size={14} />}
                        onClick={() => onAction('disqualify')}
                    />
                </>
            )}
            {state !== null && state !== LeadState.open && (
                <DefaultButton
                    text={text('detail.reactivate')}
                    disabled={busy}
                    onRenderIcon={() => <Icon name="reactivate" size={14} />}
                    onClick={() => onAction('reactivate')}
                />
            )}
            <DefaultButton
                text={text('detail.open')}
                onRenderIcon={() => <Icon name="open" size={14} />}
                onClick={() => onAction('open')}
            />
        </div>
    );
}
