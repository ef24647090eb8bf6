/**
 * A promise as the Client API answers it: with `fail`, `always` and the older two-argument `then`.
 * A rejection nobody waits for was already shown to the user, so it does not become an unhandled one.
 */
export function clientPromise<Value>(promise: Promise<Value>): Xrm.Async.PromiseLike<Value> {
    promise.catch(() => undefined);
    const extended = Object.assign(promise, {
        fail: (onRejected: (reason: unknown) => unknown) => clientPromise(promise.catch(onRejected)),
        always: (callback: () => unknown) => clientPromise(promise.finally(() => void callback())),
    });
    return extended as unknown as Xrm.Async.PromiseLike<Value>;
}
