import React from 'react';
import { MessageBar, MessageBarType } from '@fluentui/react/lib/MessageBar';
import { ThemeProvider } from '@fluentui/react/lib/Theme';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import type { ClientEnvironment } from '../../dataverse/client/types';
import { color, fluentTheme } from '../platform/theme';
import type { Texts } from '../platform/types';
import { UserMenu } from './UserMenu';

export interface AppChooserProps {
    readonly environment: ClientEnvironment;
    readonly texts: Texts;
    /** Why the app that was asked for did not open. */
    readonly problem?: string;
}

/** The apps of the environment, where there are several. */
export function AppChooser(props: AppChooserProps): JSX.Element {
    const { environment, texts, problem } = props;
    return (
        <ThemeProvider theme={fluentTheme(environment.user.theme)} className={styles.root}>
            <header className={styles.header}>
                <span className={styles.headerName}>{environment.organization.name}</span>
                <UserMenu environment={environment} texts={texts} />
            </header>
            <main className={styles.main}>
                {problem && <MessageBar messageBarType={MessageBarType.error}>{problem}</MessageBar>}
                <h1 className={styles.title}>{texts('shell.apps')}</h1>
                {environment.apps.length === 0 && <p>{texts('shell.noApps')}</p>}
                <ul className={styles.list}>
                    {environment.apps.map((app) => (
                        <li key={app.id}>
                            <a href={`/main.aspx?appid=${app.id}`} className={styles.card}>
                                <span className={styles.name}>{app.name}</span>
                                <span className={styles.description}>{app.description}</span>
                            </a>
                        </li>
                    ))}
                </ul>
            </main>
        </ThemeProvider>
    );
}

const styles = mergeStyleSets({
    root: { minHeight: '100%', background: color.page },
    header: {
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'space-between',
        height: 48,
        padding: '0 8px 0 16px',
        background: color.header,
        color: color.onHeader,
    },
    headerName: { fontSize: 16, fontWeight: 600 },
    main: { maxWidth: 960, margin: '0 auto', padding: '32px 16px' },
    title: { fontSize: 24, fontWeight: 600 },
    list: {
        listStyle: 'none',
        margin: 0,
        padding: 0,
        display: 'grid',
        gap: 16,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    },
    card: {
        display: 'flex',
        flexDirection: 'column',
        gap: 4,
        minHeight: 96,
        padding: 16,
        borderRadius: 8,
        background: color.surface,
        boxShadow: color.shadow,
        color: color.text,
        textDecoration: 'none',
        selectors: {
            ':hover': { background: color.surfaceHover },
            ':focus-visible': { outline: `2px solid ${color.text}` },
        },
    },
    name: { fontSize: 16, fontWeight: 600 },
    description: { color: color.textTertiary },
});
