/** A form script's handler. What it is called with is the Client API's execution context. */
export type Handler = (context: never) => unknown;

/** Makes execution contexts and hears about handlers that throw; the form is one. */
export interface EventHost {
    /**
     * @param source the model object that the event is about
     * @param eventArguments what `getEventArgs()` answers
     * @param depth place of the handler in the list, from 0
     * @param shared variables that the handlers of one event share
     */
    createContext(source: unknown, eventArguments: unknown, depth: number, shared: Map<string, unknown>): unknown;
    scriptFailed(error: unknown, eventName: string): void;
}

/** The handlers of one event, called in the order they were added. */
export class HandlerList {
    readonly #handlers: Handler[] = [];

    constructor(
        private readonly host: EventHost,
        readonly eventName: string,
    ) {}

    get isEmpty(): boolean {
        return this.#handlers.length === 0;
    }

    /** @throws Error that names the event when `handler` is no function */
    add(handler: Handler): void {
        if (typeof handler !== 'function') {
            throw new Error(`${this.eventName}: the handler must be a function, but is ${typeof handler}.`);
        }
        this.#handlers.push(handler);
    }

    remove(handler: Handler): void {
        const index = this.#handlers.indexOf(handler);
        if (index >= 0) {
            this.#handlers.splice(index, 1);
        }
    }

    /**
     * Calls every handler. One that throws does not stop the others.
     *
     * @param onError what to do with a thrown error; by default it is reported as a script error
     * @returns what the handlers returned, promises included
     */
    fire(source: unknown, eventArguments?: unknown, onError?: (error: unknown) => void): unknown[] {
        const shared = new Map<string, unknown>();
        return [...this.#handlers].map((handler, depth) => {
            try {
                return handler(this.host.createContext(source, eventArguments, depth, shared) as never);
            } catch (error) {
                if (onError === undefined) {
                    this.host.scriptFailed(error, this.eventName);
                } else {
                    onError(error);
                }
                return undefined;
            }
        });
    }
}
