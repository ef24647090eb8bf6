/**
 * Reads the environment and draws the app, the choice of apps, or why neither can be.
 */
import React from 'react';
import { render } from 'react-dom';
import { createClientMetadata } from './platform/client-metadata';
import { createPlatform } from './platform/create-platform';
import { registerAppIcons } from './platform/icons';
import { reachServer } from './platform/reach-server';
import { routeOf } from './platform/route';
import { loadTexts, localeOf } from './platform/texts';
import { applyTheme } from './platform/theme';
import type { Texts } from './platform/types';
import { App } from './shell/App';
import { AppChooser } from './shell/AppChooser';
import { ErrorMessage } from './shell/ErrorPage';

export async function start(window: Window): Promise<void> {
    const { document } = window;
    const root = document.getElementById('app') ?? document.body.appendChild(document.createElement('div'));
    root.style.height = '100%';
    registerAppIcons();
    let known: Texts | undefined;
    const fetch = reachServer(window.fetch.bind(window), () => known?.('shell.unreachable'));
    const metadata = createClientMetadata(fetch);
    try {
        const environment = await metadata.environment();
        const { user, apps } = environment;
        const texts = await loadTexts(user.language);
        known = texts;
        document.documentElement.lang = localeOf(user.language);
        applyTheme(document, user.theme);

        const route = routeOf(window.location.pathname + window.location.search);
        const appName = route.page === 'apps' ? (apps.length === 1 ? apps[0]?.id : undefined) : route.app;
        if (appName === undefined) {
            document.title = texts('shell.apps');
            render(<AppChooser environment={environment} texts={texts} />, root);
            return;
        }
        const opened = await metadata.app(appName).catch((error: unknown) => errorOf(error));
        if (opened instanceof Error) {
            // Another user may lack the app that the last one had open; from here they can choose, or switch back.
            document.title = texts('shell.apps');
            render(<AppChooser environment={environment} texts={texts} problem={opened.message} />, root);
            return;
        }
        const app = opened;
        document.title = app.name;
        const platform = createPlatform({ environment, app, metadata, texts, fetch, window });
        Object.assign(window, { Xrm: platform.xrm });
        render(<App platform={platform} />, root);
    } catch (error) {
        const texts = await loadTexts(/^fr/i.test(window.navigator.language) ? 1036 : 1033);
        applyTheme(document, 'light');
        render(<ErrorMessage title={texts('shell.startFailed')} text={errorOf(error).message} />, root);
    }
}

function errorOf(error: unknown): Error {
    return error instanceof Error ? error : new Error(String(error));
}
