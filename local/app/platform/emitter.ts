/** A list of listeners that want to know when something has changed. */
export interface Emitter {
    subscribe(listener: () => void): () => void;
    emit(): void;
}

export function createEmitter(): Emitter {
    const listeners = new Set<() => void>();
    return {
        subscribe(listener) {
            // Each subscription is its own entry, so that the same function given twice is also removed twice.
            const entry = (): void => listener();
            listeners.add(entry);
            return () => {
                listeners.delete(entry);
            };
        },
        emit() {
            for (const listener of [...listeners]) {
                listener();
            }
        },
    };
}
