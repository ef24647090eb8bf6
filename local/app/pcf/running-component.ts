/**
 * The life of one component: constructed, `init`, `updateView` as often as something changes, `destroy`. Calls never
 * happen while React renders, because components ask their data set for rows from within `updateView`. An error in the
 * component ends its life and is handed to the host; the page goes on.
 */
import type { ReactElement } from 'react';
import { createContextFactory, type ContextInputs, type ContextParts } from './context/create-context';
import { createPopupService } from './context/popup-service';
import type { LoadedComponent } from './load-component';
import type { Platform } from '../platform/types';

type Instance = ComponentFramework.StandardControl<unknown, Record<string, unknown>>;

/** What the host knows of the component's surroundings; sizes come separately. */
export type RunningInputs = Omit<ContextInputs, 'updatedProperties' | 'allocatedWidth' | 'allocatedHeight'>;

export interface RunningComponentOptions {
    readonly platform: Platform;
    readonly component: LoadedComponent;
    readonly container: HTMLDivElement;
    readonly inputs: RunningInputs;
    /** What `setControlState` kept when the component was last shown. */
    readonly state: ComponentFramework.Dictionary;
    readonly onElement: (element: ReactElement) => void;
    readonly onOutputs: (outputs: Readonly<Record<string, unknown>>) => void;
    readonly onError: (error: Error) => void;
    readonly onState: (state: ComponentFramework.Dictionary) => void;
    readonly onFullScreen: (fullScreen: boolean) => void;
}

export interface RunningComponent {
    /** @param changed names for `updatedProperties` */
    update(inputs: RunningInputs, changed: readonly string[]): void;
    /** In pixels. */
    resize(width: number, height: number): void;
    stop(): void;
}

const UNKNOWN_SIZE = -1;

export function startComponent(options: RunningComponentOptions): RunningComponent {
    const { component, container, onError } = options;
    const popups = createPopupService(container.ownerDocument);
    let { inputs } = options;
    let size = { width: UNKNOWN_SIZE, height: UNKNOWN_SIZE };
    let follows = false;
    let changes = new Set<string>();
    let scheduled = false;
    let instance: Instance | null = null;

    const attempt = (action: () => void): void => {
        try {
            action();
        } catch (error) {
            instance = null;
            onError(error instanceof Error ? error : new Error(String(error)));
        }
    };

    const schedule = (): void => {
        if (scheduled || instance === null) return;
        scheduled = true;
        queueMicrotask(() => {
            scheduled = false;
            updateView();
        });
    };

    const parts: ContextParts = {
        platform: options.platform,
        component,
        popups,
        requestRender: schedule,
        trackContainerResize(track) {
            follows = track;
            schedule();
        },
        setControlState: options.onState,
        setFullScreen(fullScreen) {
            options.onFullScreen(fullScreen);
            changes.add(fullScreen ? 'fullscreen_open' : 'fullscreen_close');
            schedule();
        },
    };
    const makeContext = createContextFactory(parts);
    const context = (): ReturnType<typeof makeContext> => {
        const made = makeContext({
            ...inputs,
            updatedProperties: [...changes],
            allocatedWidth: follows ? size.width : UNKNOWN_SIZE,
            allocatedHeight: follows ? size.height : UNKNOWN_SIZE,
        });
        changes = new Set();
        return made;
    };

    const notifyOutputChanged = (): void =>
        attempt(() => {
            if (instance?.getOutputs) options.onOutputs(instance.getOutputs());
        });

    function updateView(): void {
        const running = instance;
        if (!running) return;
        attempt(() => {
            const element: unknown = running.updateView(context());
            if (component.manifest.isVirtual && isElement(element)) options.onElement(element);
        });
    }

    attempt(() => {
        const made = new component.construct();
        instance = made;
        // Virtual components get no container: they render by what updateView answers.
        made.init(context(), notifyOutputChanged, options.state, component.manifest.isVirtual ? undefined : container);
        schedule();
    });

    return {
        update(next, changed) {
            inputs = next;
            for (const name of changed) changes.add(name);
            schedule();
        },
        resize(width, height) {
            if (size.width === width && size.height === height) return;
            size = { width, height };
            if (!follows) return;
            changes.add('layout');
            schedule();
        },
        stop() {
            const running = instance;
            instance = null;
            popups.dispose();
            try {
                running?.destroy();
            } catch (error) {
                // Its place is gone already; the developer finds it in the console.
                console.error(`${component.name}: destroy failed.`, error);
            }
        },
    };
}

function isElement(value: unknown): value is ReactElement {
    return typeof value === 'object' && value !== null;
}
