/**
 * Where a component's bundle leaves its constructor: `ComponentFramework.registerControl`, as the code that pcf-scripts
 * appends to every bundle expects.
 */

export type ComponentConstructor = new () => ComponentFramework.StandardControl<unknown, Record<string, unknown>>;

const constructors = new Map<string, ComponentConstructor>();

/** Makes the global that bundles register with. */
export function installRegistry(window: Window): void {
    const page = window as {
        ComponentFramework?: { registerControl(name: string, constructor: ComponentConstructor): void };
    };
    page.ComponentFramework ??= {
        registerControl: (name, constructor) => void constructors.set(name, constructor),
    };
}

/** @param name `Namespace.Constructor` @throws Error when the bundle has registered nothing under it */
export function registeredConstructor(name: string): ComponentConstructor {
    const constructor = constructors.get(name);
    if (!constructor) throw new Error(`The bundle of ${name} registers no component of that name.`);
    return constructor;
}
