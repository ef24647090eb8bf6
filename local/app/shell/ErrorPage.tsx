import React from 'react';
import { DefaultButton } from '@fluentui/react/lib/Button';
import { Icon } from '@fluentui/react/lib/Icon';
import { mergeStyleSets } from '@fluentui/react/lib/Styling';
import { defaultRoute } from '../platform/create-platform';
import { usePlatform } from '../platform/platform-context';
import { color } from '../platform/theme';
import { WebApiError } from '../platform/types';

/** In place of a page that cannot be shown: what happened, and the way back. */
export function ErrorPage(props: { readonly error: Error }): JSX.Element {
    const { error } = props;
    const { app, navigation, texts } = usePlatform();
    const missing = error instanceof WebApiError && error.httpStatus === 404;
    return (
        <ErrorMessage title={missing ? texts('shell.notFound') : texts('shell.pageFailed')} text={error.message}>
            <DefaultButton text={texts('shell.home')} onClick={() => void navigation.go(defaultRoute(app))} />
        </ErrorMessage>
    );
}

/** Title, reason and what can be done. Needs no platform, so that it works when the start fails. */
export function ErrorMessage(props: {
    readonly title: string;
    readonly text: string;
    readonly children?: React.ReactNode;
}): JSX.Element {
    return (
        <div className={styles.root} role="alert">
            <Icon iconName="Warning" className={styles.icon} />
            <h1 className={styles.title}>{props.title}</h1>
            <p className={styles.text}>{props.text}</p>
            {props.children}
        </div>
    );
}

const styles = mergeStyleSets({
    root: {
        padding: '64px 24px',
        textAlign: 'center',
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        gap: 8,
    },
    icon: { fontSize: 40, color: color.textTertiary },
    title: { fontSize: 20, fontWeight: 600, margin: 0 },
    text: { color: color.textTertiary, margin: 0, maxWidth: 600, overflowWrap: 'anywhere' },
});
