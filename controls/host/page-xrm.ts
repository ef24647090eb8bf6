/**
 * The part of the page's `Xrm` that the flows need and the component framework does not offer: HTML web resources as
 * dialogs (`navigateTo`), change sets (`online.executeMultiple`), progress, and the names
 * of the user's roles. A code component in a model-driven app runs in the page that holds it; Microsoft's guidance
 * leaves `Xrm` out of the framework's contract, so it is looked up late, and its absence is said instead of breaking
 * the whole component.
 */
export type PageXrm = typeof Xrm;

/** @throws Error when the component does not run in a model-driven app */
export function pageXrm(): PageXrm {
    const xrm = findXrm();
    if (!xrm) throw new Error('Lead Lifecycle needs a model-driven app: the page has no Xrm.');
    return xrm;
}

export function findXrm(): PageXrm | undefined {
    return (globalThis as { readonly Xrm?: PageXrm }).Xrm;
}
