/**
 * `Xrm.App` (Microsoft Learn, "Xrm.App (Client API reference)").
 */
import type { Notifications, Platform } from '../platform/types';
import { newId } from '../platform/guid';
import { namespace } from './supported';

type GlobalNotification = Parameters<Notifications['add']>[0] & { readonly type: number };
type NavigateTo = (page: object, options: object) => Promise<unknown>;

export function createXrmApp(platform: Pick<Platform, 'notifications'>, navigateTo: NavigateTo): object {
    const { notifications } = platform;
    return namespace('Xrm.App', {
        addGlobalNotification: (notification: GlobalNotification): Promise<string> =>
            Promise.resolve(notifications.add(notification)),
        clearGlobalNotification(id: string): Promise<void> {
            notifications.remove(id);
            return Promise.resolve();
        },
        // A pane here is a page at the side, one at a time, without the tabs of the real app.
        sidePanes: namespace('Xrm.App.sidePanes', {
            createPane: (
                options: { readonly title?: string; readonly paneId?: string; readonly width?: number } = {},
            ) =>
                Promise.resolve(
                    namespace('pane', {
                        paneId: options.paneId ?? newId(),
                        title: options.title ?? '',
                        navigate: (page: object) => {
                            void navigateTo(page, {
                                target: 2,
                                position: 2,
                                ...(options.title ? { title: options.title } : {}),
                                ...(options.width ? { width: options.width } : {}),
                            });
                            return Promise.resolve();
                        },
                    }),
                ),
        }),
    });
}
