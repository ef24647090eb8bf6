/**
 * Messages over the page: Xrm.App.addGlobalNotification.
 */
import type { Notifications } from './types';
import { createEmitter } from './emitter';
import { newId } from './guid';

export type Notification = Parameters<Notifications['add']>[0] & { readonly id: string };

export interface NotificationStore extends Notifications {
    readonly shown: readonly Notification[];
    subscribe(listener: () => void): () => void;
}

export function createNotifications(): NotificationStore {
    const changed = createEmitter();
    let shown: readonly Notification[] = [];
    return {
        get shown() {
            return shown;
        },
        add(notification) {
            const id = newId();
            shown = [...shown, { ...notification, id }];
            changed.emit();
            return id;
        },
        remove(id) {
            shown = shown.filter((notification) => notification.id !== id);
            changed.emit();
        },
        subscribe: changed.subscribe,
    };
}
