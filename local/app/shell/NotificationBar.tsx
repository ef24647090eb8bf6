import React from 'react';
import { MessageBarButton } from '@fluentui/react/lib/Button';
import { MessageBar, MessageBarType } from '@fluentui/react/lib/MessageBar';
import { mergeStyles } from '@fluentui/react/lib/Styling';
import type { NotificationStore } from '../platform/notifications';
import { usePlatform } from '../platform/platform-context';
import { useSubscription } from '../platform/use-subscription';

const TYPES: Readonly<Record<1 | 2 | 3 | 4, MessageBarType>> = {
    1: MessageBarType.success,
    2: MessageBarType.error,
    3: MessageBarType.warning,
    4: MessageBarType.info,
};

/** The global notifications, newest first. */
export function NotificationBar(props: { readonly notifications: NotificationStore }): JSX.Element | null {
    const { notifications } = props;
    const { texts } = usePlatform();
    useSubscription(notifications.subscribe);
    if (notifications.shown.length === 0) {
        return null;
    }
    return (
        <div className={barClass} data-testid="notifications">
            {[...notifications.shown].reverse().map((one) => (
                <MessageBar
                    key={one.id}
                    messageBarType={TYPES[one.level]}
                    isMultiline={false}
                    truncated
                    overflowButtonAriaLabel={texts('shell.showAll')}
                    dismissButtonAriaLabel={texts('shell.close')}
                    {...(one.showCloseButton ? { onDismiss: () => notifications.remove(one.id) } : {})}
                    {...(one.action
                        ? {
                              actions: (
                                  <MessageBarButton text={one.action.actionLabel} onClick={one.action.eventHandler} />
                              ),
                          }
                        : {})}
                >
                    {one.message}
                </MessageBar>
            ))}
        </div>
    );
}

const barClass = mergeStyles({ flex: 'none', display: 'flex', flexDirection: 'column', gap: 1 });
