import * as React from 'react';
import { DefaultButton, PrimaryButton } from '@fluentui/react';
import { LeadState } from '../../../lifecycle/choices';
import { Icon } from '../../appearance/icons';
import type { OwnText } from '../texts';

export type LeadAction = 'qualify' | 'disqualify' | 'reactivate' | 'status' | 'open';

export interface LeadActionsProps {
    readonly state: LeadState | null;
    /** States that the transitions let the lead reach; null while they are being read. */
    readonly reachable: readonly LeadState[] | null;
    /** A command is running; a second one has to wait. */
    readonly busy: boolean;
    readonly text: OwnText;
    readonly onAction: (action: LeadAction) => void;
}

/**
 * What can be done with a lead in its state: the commands of its form, and the way to that form. Why one of them
 * cannot be used is told by the change of the status reason.
 */
export function LeadActions(props: LeadActionsProps): JSX.Element {
    const { state, reachable, busy, text, onAction } = props;
    const cannot = (to: LeadState): boolean => busy || reachable?.includes(to) === false;
    return (
        <div className="llc-fv-buttons" role="group" aria-label={text('detail.actions')}>
            {state === LeadState.open && (
                <>
                    <PrimaryButton
                        text={text('detail.qualify')}
                        disabled={cannot(LeadState.qualified)}
                        onRenderIcon={() => <Icon name="qualify" size={14} />}
                        onClick={() => onAction('qualify')}
                    />
                    <DefaultButton
                        text={text('detail.disqualify')}
                        disabled={cannot(LeadState.disqualified)}
                        onRenderIcon={() => <Icon name="disqualify" size={14} />}
                        onClick={() => onAction('disqualify')}
                    />
                </>
            )}
            {state !== null && state !== LeadState.open && (
                <DefaultButton
                    text={text('detail.reactivate')}
                    disabled={cannot(LeadState.open)}
                    onRenderIcon={() => <Icon name="reactivate" size={14} />}
                    onClick={() => onAction('reactivate')}
                />
            )}
            <DefaultButton
                text={text('detail.changeStatus')}
                disabled={busy}
                onRenderIcon={() => <Icon name="status" size={14} />}
                onClick={() => onAction('status')}
            />
            <DefaultButton
                text={text('detail.open')}
                onRenderIcon={() => <Icon name="open" size={14} />}
                onClick={() => onAction('open')}
            />
        </div>
    );
}
