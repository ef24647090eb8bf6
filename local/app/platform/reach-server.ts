import type { Fetch } from './web-api';

/**
 * `fetch` that says in the user's words that the server cannot be reached, instead of the browser's "Failed to fetch".
 * @param message undefined while the texts have not been loaded; then the browser's words stay
 */
export function reachServer(fetch: Fetch, message: () => string | undefined): Fetch {
    return async (address, init) => {
        try {
            return await fetch(address, init);
        } catch (error) {
            const text = message();
            // Whoever gives a request up knows why.
            if (text === undefined || (error instanceof DOMException && error.name === 'AbortError')) throw error;
            throw new Error(text, { cause: error });
        }
    };
}
