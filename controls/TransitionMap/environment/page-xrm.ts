/**
 * The part of the page's `Xrm` that the map needs and the component framework does not offer: the environment's
 * address, for metadata and changesets, and actions (`online.execute`). It is looked up late, and its absence is said
 * instead of breaking the whole component.
 * @throws Error when the component does not run in a model-driven app
 */
export function pageXrm(): typeof Xrm {
    const xrm = (globalThis as { readonly Xrm?: typeof Xrm }).Xrm;
    if (!xrm) throw new Error('LeadLifecycle.TransitionMap needs a model-driven app: the page has no Xrm.');
    return xrm;
}
