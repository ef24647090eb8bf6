/** Something whose changes can be listened to. React components subscribe with `useObservable`. */
export class Observable {
    readonly #listeners = new Set<() => void>();

    /** @returns the function that ends the subscription */
    readonly subscribe = (listener: () => void): (() => void) => {
        this.#listeners.add(listener);
        return () => {
            this.#listeners.delete(listener);
        };
    };

    /** Tells every listener that something changed. */
    notify(): void {
        for (const listener of [...this.#listeners]) {
            listener();
        }
    }
}
