import React, { useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { Spinner } from '@fluentui/react/lib/Spinner';
import { usePlatform } from '../platform/platform-context';
import { ComponentError, ComponentErrorBoundary } from './ComponentError';
import { loadComponent, type LoadedComponent } from './load-component';
import { startComponent, type RunningComponent, type RunningInputs } from './running-component';

export interface ComponentViewProps {
    /** Name in the solution, such as `prefix_Namespace.Constructor`. */
    readonly name: string;
    /** Called once the manifest is there: what the component gets of its surroundings. */
    readonly inputsOf: (component: LoadedComponent) => RunningInputs;
    /** Any change of it makes the component update its view. */
    readonly version: unknown;
    /** Names for `updatedProperties` when `version` has changed. */
    readonly changed: readonly string[];
    /** The component fills the height of its surroundings, and is told so. */
    readonly fill: boolean;
    readonly onOutputs?: (outputs: Readonly<Record<string, unknown>>, component: LoadedComponent) => void;
}

/** Loads a component and keeps it running in its place; what goes wrong is shown there. */
export function ComponentView(props: ComponentViewProps): JSX.Element {
    const { name } = props;
    const platform = usePlatform();
    const [component, setComponent] = useState<LoadedComponent>();
    const [error, setError] = useState<Error>();
    useEffect(() => {
        let current = true;
        loadComponent(platform, name, window).then(
            (loaded) => current && setComponent(loaded),
            (reason: unknown) => current && setError(reason instanceof Error ? reason : new Error(String(reason))),
        );
        return () => {
            current = false;
        };
    }, [platform, name]);
    if (error) return <ComponentError name={name} error={error} />;
    if (!component) {
        return <Spinner label={props.fill ? platform.texts('pcf.loading') : undefined} />;
    }
    return <Running {...props} component={component} />;
}

/** What `setControlState` keeps while the page lives, by component. */
const states = new Map<string, ComponentFramework.Dictionary>();

function Running(props: ComponentViewProps & { readonly component: LoadedComponent }): JSX.Element {
    const { name, component, inputsOf, version, changed, fill } = props;
    const platform = usePlatform();
    const container = useRef<HTMLDivElement>(null);
    const running = useRef<RunningComponent | null>(null);
    const [element, setElement] = useState<ReactElement | null>(null);
    const [error, setError] = useState<Error>();
    const [fullScreen, setFullScreen] = useState(false);
    const latest = useRef({ inputsOf, changed, onOutputs: props.onOutputs });
    latest.current = { inputsOf, changed, onOutputs: props.onOutputs };

    useLayoutEffect(() => {
        const host = container.current;
        if (!host) return undefined;
        let current = true;
        const started = startComponent({
            platform,
            component,
            container: host,
            inputs: latest.current.inputsOf(component),
            state: states.get(name) ?? {},
            onElement: (next) => current && setElement(next),
            onError: (reason) => current && setError(reason),
            onOutputs: (outputs) => latest.current.onOutputs?.(outputs, component),
            onState: (state) => void states.set(name, state),
            onFullScreen: (on) => current && setFullScreen(on),
        });
        running.current = started;
        const measure = (): void => started.resize(host.clientWidth, fill ? host.clientHeight : -1);
        measure();
        const observer = new ResizeObserver(measure);
        observer.observe(host);
        return () => {
            current = false;
            running.current = null;
            observer.disconnect();
            started.stop();
        };
    }, [platform, component, name, fill]);

    useEffect(() => {
        running.current?.update(latest.current.inputsOf(component), latest.current.changed);
    }, [version, component]);

    if (error) return <ComponentError name={name} error={error} />;
    return (
        <div
            ref={container}
            // The platform's own class; style sheets of components start with it.
            className={`customControl ${component.manifest.namespace}\\.${component.manifest.constructorName} ${name}`}
            style={fullScreen ? FULL_SCREEN : fill ? FILL : BLOCK}
            data-component={name}
        >
            {element && <ComponentErrorBoundary name={name}>{element}</ComponentErrorBoundary>}
        </div>
    );
}

const BLOCK = { minWidth: 0 } as const;
const FILL = { flex: 1, minHeight: 0, minWidth: 0, height: '100%' } as const;
const FULL_SCREEN = { position: 'fixed', inset: 0, zIndex: 1000 } as const;
