import * as React from 'react';
import { DefaultButton, PrimaryButton } from '@fluentui/react';
import { Icon, type IconName } from '../../appearance/icons';

export interface ButtonProps {
    readonly label: string;
    readonly icon?: IconName;
    readonly primary?: boolean;
    readonly disabled?: boolean;
    /** Only the icon is seen; the label is read out and shown as a tip. */
    readonly compact?: boolean;
    readonly pressed?: boolean;
    /** Why it is there, or why it cannot be used. */
    readonly tip?: string;
    readonly onClick: () => void;
}

/** A button with an icon drawn here: those of Fluent 8 are letters of a font that comes from the network. */
export function Button(props: ButtonProps): JSX.Element {
    const { label, icon, primary, disabled, compact, pressed, tip, onClick } = props;
    const Kind = primary ? PrimaryButton : DefaultButton;
    return (
        <Kind
            className={compact ? 'llc-tm-button llc-tm-button-compact' : 'llc-tm-button'}
            ariaLabel={label}
            title={tip ?? (compact ? label : undefined)}
            disabled={disabled}
            // Undo that has undone everything keeps the focus, or the keyboard would start over at the page's top.
            allowDisabledFocus
            {...(pressed !== undefined && { toggle: true, checked: pressed })}
            {...(compact ? {} : { text: label })}
            {...(icon && { onRenderIcon: () => <Icon name={icon} size={14} /> })}
            onClick={() => {
                if (!disabled) onClick();
            }}
        />
    );
}
