/**
 * Where the app is, kept in the browser's history.
 */
import type { Navigation, Route } from './types';
import { createEmitter } from './emitter';
import { addressOf, routeOf } from './route';

/**
 * @param defaultRoute the page of an address that names none: the site map's first
 */
export function createNavigation(window: Window, defaultRoute: Route): Navigation {
    const changed = createEmitter();
    const guards: (() => Promise<boolean>)[] = [];
    let position = 0;
    let route = current();
    // What the browser shows after "Back" is already the earlier address; a refused leave has to undo that.
    let restoring = false;

    function current(): Route {
        const found = routeOf(window.location.pathname + window.location.search);
        return found.page === 'default' || found.page === 'apps' ? defaultRoute : found;
    }

    async function mayLeave(): Promise<boolean> {
        for (const guard of [...guards].reverse()) {
            if (!(await guard())) {
                return false;
            }
        }
        return true;
    }

    window.history.replaceState({ position }, '', addressOf(route));
    window.addEventListener('popstate', (event) => {
        if (restoring) {
            restoring = false;
            return;
        }
        const target = (event.state as { position?: number } | null)?.position ?? 0;
        void mayLeave().then((leave) => {
            if (leave) {
                position = target;
                route = current();
                changed.emit();
            } else {
                restoring = true;
                window.history.go(position - target);
            }
        });
    });

    return {
        get route() {
            return route;
        },
        async go(next, options) {
            if (!(await mayLeave())) {
                return false;
            }
            if (options?.replace) {
                window.history.replaceState({ position }, '', addressOf(next));
            } else {
                position += 1;
                window.history.pushState({ position }, '', addressOf(next));
            }
            route = next;
            changed.emit();
            return true;
        },
        back() {
            if (position > 0) {
                window.history.back();
            } else {
                void this.go(defaultRoute);
            }
        },
        subscribe: changed.subscribe,
        guard(ask) {
            guards.push(ask);
            return () => {
                const index = guards.indexOf(ask);
                if (index >= 0) {
                    guards.splice(index, 1);
                }
            };
        },
    };
}
