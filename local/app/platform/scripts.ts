/**
 * Script web resources, loaded the way the Unified Interface does: once each, in order, into the page.
 */
import type { Scripts } from './types';

/** Address of a web resource. */
export function webResourceAddress(name: string): string {
    return `/WebResources/${name
        .replace(/^\$webresource:/i, '')
        .split('/')
        .map(encodeURIComponent)
        .join('/')}`;
}

/**
 * @param afterLoad called after each script with its name, before the next one starts
 */
export function createScripts(window: Window, afterLoad?: (name: string) => Promise<void>): Scripts {
    const loads = new Map<string, Promise<void>>();
    let last: Promise<void> = Promise.resolve();

    const loadOne = (name: string): Promise<void> => {
        const known = loads.get(name);
        if (known) {
            return known;
        }
        // One after the other: a library may need what the one before it defines.
        const loading = last.then(async () => {
            await insertScript(window.document, webResourceAddress(name), name);
            await afterLoad?.(name);
        });
        last = loading.catch(() => undefined);
        loads.set(name, loading);
        loading.catch(() => loads.delete(name));
        return loading;
    };

    return {
        async load(names) {
            await Promise.all(names.map((name) => loadOne(name.replace(/^\$webresource:/i, ''))));
        },
        resolve(functionName) {
            const parts = functionName.split('.');
            let owner: unknown = undefined;
            let value: unknown = window;
            parts.forEach((part, index) => {
                owner = value;
                value = (value as Record<string, unknown> | null | undefined)?.[part];
                if (value === undefined || value === null) {
                    throw new Error(
                        `Function "${functionName}" cannot be called: "${parts.slice(0, index + 1).join('.')}" does not exist.`,
                    );
                }
            });
            if (typeof value !== 'function') {
                throw new Error(`"${functionName}" cannot be called: it is no function.`);
            }
            return (value as (...parameters: readonly unknown[]) => unknown).bind(owner);
        },
    };
}

function insertScript(document: Document, address: string, name: string): Promise<void> {
    return new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = address;
        script.async = false;
        script.onload = () => resolve();
        script.onerror = () => reject(new Error(`Web resource "${name}" could not be loaded from ${address}.`));
        document.head.appendChild(script);
    });
}
