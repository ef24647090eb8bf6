/**
 * The inputs and outputs that ControlManifest.Input.xml declares, written out: pcf-scripts would generate them at
 * build time, and then nothing could be type-checked before the first build.
 */
export interface Inputs {
    readonly value: ComponentFramework.PropertyTypes.WholeNumberProperty;
}

/** Nothing: Dataverse computes the progress. */
export type Outputs = Readonly<Record<string, never>>;
