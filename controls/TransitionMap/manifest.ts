/**
 * The inputs that ControlManifest.Input.xml declares, written out: pcf-scripts would generate them at build time, and
 * then nothing could be type-checked before the first build.
 */
export interface Inputs {
    readonly transitions: ComponentFramework.PropertyTypes.DataSet;
}

export type Outputs = Record<string, never>;
export type Context = ComponentFramework.Context<Inputs>;
