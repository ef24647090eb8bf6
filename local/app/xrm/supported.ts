/**
 * Namespaces of the Client API. A member that is not there is a function that says so when it is called; so a script
 * fails with a name in the message, and may still ask whether a namespace exists.
 */

/** What the platform asks of any object on its own, which must not look like a member. */
const ASKED_BY_JAVASCRIPT = new Set([
    'then',
    'catch',
    'toJSON',
    'constructor',
    'prototype',
    '$$typeof',
    'nodeType',
    'asymmetricMatch',
]);

/** @param name dotted, such as `Xrm.Device` */
export function namespace<Members extends object>(name: string, members: Members): Members {
    return new Proxy(members, {
        get(target, key, receiver): unknown {
            if (typeof key !== 'string' || key in target || ASKED_BY_JAVASCRIPT.has(key)) {
                return Reflect.get(target, key, receiver);
            }
            return () => {
                throw notSupportedHere(`${name}.${key}`);
            };
        },
    });
}

/** @param what a member such as `Xrm.Device.captureImage` */
export function notSupportedHere(what: string): Error {
    return new Error(`${what} is not supported here (local Dataverse).`);
}
