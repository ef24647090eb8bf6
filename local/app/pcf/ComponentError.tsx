import React, { Component, type ReactNode } from 'react';
import { mergeStyles } from '@fluentui/react/lib/Styling';
import { usePlatform } from '../platform/platform-context';
import { color } from '../platform/theme';

/** Says in a component's place what is wrong with it. */
export function ComponentError(props: { readonly name: string; readonly error: Error }): JSX.Element {
    const { texts } = usePlatform();
    return (
        <div role="alert" className={errorClass}>
            <strong>{texts('pcf.failed', props.name)}</strong>
            <div>{props.error.message}</div>
        </div>
    );
}

interface BoundaryProps {
    readonly name: string;
    readonly children: ReactNode;
}

/** Holds back errors that a virtual component's elements throw while they render. */
export class ComponentErrorBoundary extends Component<BoundaryProps, { readonly error: Error | null }> {
    override state: { readonly error: Error | null } = { error: null };

    static getDerivedStateFromError(error: unknown): { readonly error: Error } {
        return { error: error instanceof Error ? error : new Error(String(error)) };
    }

    override render(): ReactNode {
        const { error } = this.state;
        return error ? <ComponentError name={this.props.name} error={error} /> : this.props.children;
    }
}

const errorClass = mergeStyles({
    margin: 8,
    padding: '8px 12px',
    borderRadius: 4,
    background: color.dangerTint,
    color: color.danger,
    overflowWrap: 'anywhere',
});
