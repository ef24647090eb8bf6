import type { Store } from '../store/store';

const VERSION = 'metadataversion';

/** Grows with every import, removal and publishing: what clients keep of the metadata is good while it stays. */
export function metadataVersion(store: Store): number {
    return Number(store.property(VERSION) ?? '1');
}

/** To be called whenever tables, forms, views or other components changed. */
export function nextMetadataVersion(store: Store): void {
    store.setProperty(VERSION, String(metadataVersion(store) + 1));
}
