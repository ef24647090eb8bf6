import React, { Suspense, useMemo } from 'react';
import { Spinner } from '@fluentui/react/lib/Spinner';
import { ListPage } from '../list/ListPage';
import type { ShellPlatform } from '../platform/create-platform';
import { createEmitter } from '../platform/emitter';
import { PlatformProvider } from '../platform/platform-context';
import type { Navigation, Route } from '../platform/types';
import { useSubscription } from '../platform/use-subscription';
import { FormPage } from './form-page';

type DialogRoute = Extract<Route, { page: 'form' | 'list' }>;

export interface RouteDialogResult {
    readonly savedEntityReference: readonly {
        readonly entityType: string;
        readonly id: string;
        readonly name: string;
    }[];
}

export interface RouteDialogProps {
    readonly platform: ShellPlatform;
    readonly route: DialogRoute;
    readonly close: (result: RouteDialogResult | undefined) => void;
}

/** A form or a list in a dialog: `Xrm.Navigation.navigateTo` with target 2. */
export function RouteDialog(props: RouteDialogProps): JSX.Element {
    const { platform, route, close } = props;
    const inner = useMemo(
        () => ({ ...platform, navigation: dialogNavigation(platform.navigation, route, close) }),
        // eslint-disable-next-line react-hooks/exhaustive-deps -- one dialog stays with the page it was opened for
        [],
    );
    const { navigation } = inner;
    useSubscription(navigation.subscribe);
    const shown = navigation.route;
    return (
        <PlatformProvider platform={inner}>
            <Suspense fallback={<Spinner label={platform.texts('shell.loading')} />}>
                {shown.page === 'list' && <ListPage route={shown} />}
                {shown.page === 'form' && <FormPage key={shown.id ?? 'new'} route={shown} />}
            </Suspense>
        </PlatformProvider>
    );
}

/**
 * A page in a dialog moves within it from a new row to the saved one; "back" closes it, and any other page opens
 * underneath.
 */
function dialogNavigation(outer: Navigation, first: DialogRoute, close: RouteDialogProps['close']): Navigation {
    const changed = createEmitter();
    const guards: (() => Promise<boolean>)[] = [];
    let route: Route = first;
    let saved: RouteDialogResult | undefined;
    const mayLeave = async (): Promise<boolean> => {
        for (const guard of guards) {
            if (!(await guard())) {
                return false;
            }
        }
        return true;
    };
    return {
        get route() {
            return route;
        },
        async go(next, options) {
            const isSavedRow =
                next.page === 'form' && route.page === 'form' && next.table === route.table && !route.id && next.id;
            if (isSavedRow) {
                saved = {
                    savedEntityReference: [
                        { entityType: next.table, id: `{${String(next.id).toUpperCase()}}`, name: '' },
                    ],
                };
                route = next;
                changed.emit();
                return true;
            }
            if (!(await mayLeave())) {
                return false;
            }
            close(saved);
            return outer.go(next, options);
        },
        back: () => void mayLeave().then((leave) => leave && close(saved)),
        subscribe: changed.subscribe,
        guard(ask) {
            guards.push(ask);
            return () => {
                guards.splice(guards.indexOf(ask), 1);
            };
        },
    };
}
