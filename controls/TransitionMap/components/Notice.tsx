import * as React from 'react';
import { Icon, type IconName } from '../../appearance/icons';

export type Tone = 'plain' | 'good' | 'warning' | 'bad';

const ICONS: Readonly<Record<Tone, IconName>> = { plain: 'note', good: 'check', warning: 'warning', bad: 'warning' };

/** Something that the maker has to know, above the map. */
export function Notice(props: {
    readonly tone: Tone;
    readonly title?: string;
    readonly children: React.ReactNode;
    readonly actions?: React.ReactNode;
}): JSX.Element {
    const { tone, title, children, actions } = props;
    return (
        <div className={`llc-tm-notice llc-tm-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
            <Icon name={ICONS[tone]} size={16} className="llc-tm-notice-icon" />
            <div className="llc-tm-notice-text">
                {title && <strong>{title} </strong>}
                {children}
            </div>
            {actions && <div className="llc-tm-notice-actions">{actions}</div>}
        </div>
    );
}
