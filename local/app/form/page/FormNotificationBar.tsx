import React, { useState } from 'react';
import { Icon } from '@fluentui/react/lib/Icon';
import { css, mergeStyleSets } from '@fluentui/react';
import { usePlatform } from '../../platform/platform-context';
import { color } from '../../platform/theme';
import { useSubscription } from '../../platform/use-subscription';
import type { FormNotification, FormNotifications } from '../model/notifications';

/** The messages above the tabs: one shows as a line, several fold behind their number. */
export function FormNotificationBar(props: {
    readonly notifications: FormNotifications;
    /** A line of the form's own that comes first, such as "read-only". */
    readonly lead?: FormNotification;
}): JSX.Element | null {
    const { notifications, lead } = props;
    const { texts } = usePlatform();
    useSubscription(notifications.subscribe);
    const [isOpen, setOpen] = useState(false);
    const list = [...(lead === undefined ? [] : [lead]), ...sorted(notifications.list)];
    const [first] = list;
    if (first === undefined) {
        return null;
    }
    const shown = list.length === 1 || isOpen ? list : [];
    return (
        <div className={styles.bar} role="status" aria-live="polite" data-testid="form-notifications">
            {list.length > 1 && (
                <button
                    type="button"
                    className={css(styles.line, styles.summary, styles[first.level])}
                    aria-expanded={isOpen}
                    onClick={() => setOpen(!isOpen)}
                >
                    <Icon iconName={ICONS[first.level]} />
                    <span className={styles.text}>{texts('form.notifications', list.length)}</span>
                    <Icon iconName={isOpen ? 'ChevronUp' : 'ChevronDown'} />
                </button>
            )}
            {shown.map((notification) => (
                <div key={notification.id} className={css(styles.line, styles[notification.level])}>
                    <Icon iconName={ICONS[notification.level]} className={styles.icon} />
                    <span className={styles.text}>{notification.message}</span>
                </div>
            ))}
        </div>
    );
}

const ORDER = { ERROR: 0, WARNING: 1, INFO: 2 } as const;
const ICONS = { ERROR: 'ErrorBadge', WARNING: 'Warning', INFO: 'Info' } as const;

function sorted(list: readonly FormNotification[]): FormNotification[] {
    return [...list].sort((left, right) => ORDER[left.level] - ORDER[right.level]);
}

const styles = mergeStyleSets({
    bar: { display: 'flex', flexDirection: 'column', gap: 1, borderRadius: 6, overflow: 'hidden', flex: 'none' },
    line: {
        display: 'flex',
        alignItems: 'flex-start',
        gap: 10,
        padding: '8px 14px',
        lineHeight: '20px',
        color: color.text,
        font: 'inherit',
        border: 0,
        textAlign: 'left',
        whiteSpace: 'pre-line',
    },
    summary: { cursor: 'pointer', width: '100%', alignItems: 'center' },
    icon: { paddingTop: 2 },
    text: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
    ERROR: { background: color.dangerTint, selectors: { '& i': { color: color.danger } } },
    WARNING: { background: color.warningTint, selectors: { '& i': { color: color.warning } } },
    INFO: { background: color.brandTint, selectors: { '& i': { color: color.brandText } } },
});
