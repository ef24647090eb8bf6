import React, { Suspense, useEffect, useRef, useState } from 'react';
import { Spinner, SpinnerSize } from '@fluentui/react/lib/Spinner';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import { ThemeProvider } from '@fluentui/react/lib/Theme';
import { DialogHost } from '../dialogs/DialogHost';
import { WebResourceFrame } from '../dialogs/WebResourceFrame';
import { ListPage } from '../list/ListPage';
import type { ShellPlatform } from '../platform/create-platform';
import { PlatformProvider } from '../platform/platform-context';
import { color, fluentTheme, NARROW_WIDTH } from '../platform/theme';
import type { Route } from '../platform/types';
import { useSubscription } from '../platform/use-subscription';
import { readFirstChoice, rememberChoice } from '../list/remembered-choice';
import { FormPage } from './form-page';
import { Header } from './Header';
import { ErrorBoundary } from './ErrorBoundary';
import { NotificationBar } from './NotificationBar';
import { SiteMap } from './SiteMap';
import { useWindowWidth } from './use-window-width';

const MAIN_ID = 'main';

/** The whole page of an app: header, site map, the open page, and what lies over it. */
export function App(props: { readonly platform: ShellPlatform }): JSX.Element {
    const { platform } = props;
    const { navigation, texts, environment } = platform;
    useSubscription(navigation.subscribe);
    const narrow = useWindowWidth() < NARROW_WIDTH;
    const [collapsed, setCollapsed] = useState(() => readFirstChoice('site-map', ['open', 'closed']) === 'closed');
    const [overlay, setOverlay] = useState(false);
    const { route } = navigation;

    const firstRoute = useRef(route);
    useEffect(() => {
        setOverlay(false);
        // The first page keeps the browser's own focus; later ones start reading at their content.
        if (firstRoute.current !== route) {
            document.getElementById(MAIN_ID)?.focus();
        }
    }, [route]);

    const toggle = (): void => {
        if (narrow) {
            setOverlay(!overlay);
        } else {
            rememberChoice('site-map', collapsed ? 'open' : 'closed');
            setCollapsed(!collapsed);
        }
    };

    return (
        <ThemeProvider theme={fluentTheme(environment.user.theme)} className={styles.root}>
            <PlatformProvider platform={platform}>
                <a
                    href={`#${MAIN_ID}`}
                    className={styles.skip}
                    onClick={(event) => {
                        event.preventDefault();
                        document.getElementById(MAIN_ID)?.focus();
                    }}
                >
                    {texts('shell.skip')}
                </a>
                <Header narrow={narrow} onMenu={toggle} menuOpen={narrow ? overlay : !collapsed} />
                <div className={styles.below}>
                    {(!narrow || overlay) && (
                        <SiteMap collapsed={!narrow && collapsed} overlay={narrow} onClose={() => setOverlay(false)} />
                    )}
                    {/* Focus comes here by script only: after a navigation and from the skip link. */}
                    <main id={MAIN_ID} className={styles.main} tabIndex={-1}>
                        <NotificationBar notifications={platform.notifications} />
                        <div className={styles.page}>
                            <ErrorBoundary key={pageKey(route)} texts={texts}>
                                <Suspense
                                    fallback={
                                        <Spinner
                                            size={SpinnerSize.large}
                                            label={texts('shell.loading')}
                                            styles={{ root: { marginTop: 48 } }}
                                        />
                                    }
                                >
                                    <Page route={route} />
                                </Suspense>
                            </ErrorBoundary>
                        </div>
                    </main>
                </div>
                <DialogHost dialogs={platform.dialogs} texts={texts} />
            </PlatformProvider>
        </ThemeProvider>
    );
}

function Page(props: { readonly route: Route }): JSX.Element | null {
    const { route } = props;
    switch (route.page) {
        case 'list':
            return <ListPage route={route} />;
        case 'form':
            return <FormPage key={pageKey(route)} route={route} />;
        case 'webresource':
            return (
                <div className={styles.frame}>
                    <WebResourceFrame
                        key={pageKey(route)}
                        name={route.name}
                        title={route.name}
                        {...(route.data === undefined ? {} : { data: route.data })}
                    />
                </div>
            );
        case 'apps':
            return null;
    }
}

/** A new page starts afresh; another view of the same list does not. */
function pageKey(route: Route): string {
    switch (route.page) {
        case 'form':
            return ['form', route.table, route.id ?? `new ${JSON.stringify(route.parameters ?? {})}`].join(' ');
        case 'list':
            return `list ${route.table}`;
        case 'webresource':
            return `webresource ${route.name} ${route.data ?? ''}`;
        case 'apps':
            return 'apps';
    }
}

const styles = mergeStyleSets({
    root: { height: '100%', display: 'flex', flexDirection: 'column', background: color.page, color: color.text },
    skip: {
        position: 'absolute',
        left: 8,
        top: -48,
        zIndex: 1000,
        padding: '8px 16px',
        borderRadius: 4,
        background: color.surface,
        color: color.brandText,
        selectors: { ':focus': { top: 4, boxShadow: color.shadowRaised } },
    },
    below: { flex: 1, display: 'flex', minHeight: 0, position: 'relative', background: color.page },
    main: { flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', outline: 'none' },
    page: {
        flex: 1,
        minHeight: 0,
        overflow: 'auto',
        display: 'flex',
        flexDirection: 'column',
        selectors: { '> *': { flex: '1 1 auto', minHeight: 0 } },
    },
    frame: { display: 'flex', flexDirection: 'column' },
});
