import React from 'react';
import { DefaultButton } from '@fluentui/react/lib/Button';
import type { Texts } from '../platform/types';
import { ErrorMessage } from './ErrorPage';

interface ErrorBoundaryProps {
    readonly texts: Texts;
    readonly children: React.ReactNode;
}

/** Keeps a page that breaks from taking the whole app with it. */
export class ErrorBoundary extends React.Component<ErrorBoundaryProps, { readonly error?: Error }> {
    override state: { readonly error?: Error } = {};

    static getDerivedStateFromError(error: Error): { error: Error } {
        return { error };
    }

    override render(): React.ReactNode {
        const { error } = this.state;
        const { texts, children } = this.props;
        return error ? (
            <ErrorMessage title={texts('shell.pageFailed')} text={error.message}>
                <DefaultButton text={texts('shell.reload')} onClick={() => window.location.reload()} />
            </ErrorMessage>
        ) : (
            children
        );
    }
}
