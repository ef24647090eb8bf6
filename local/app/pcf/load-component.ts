/**
 * Loads a code component from the imported solution: manifest, libraries, style sheets, texts, bundle; each once a page.
 */
import type { ClientControl } from '../../dataverse/client/types';
import type { Platform } from '../platform/types';
import { parseManifest, type ControlManifest } from './manifest';
import { provideLibraries } from './platform-libraries';
import { installRegistry, registeredConstructor, type ComponentConstructor } from './registry';
import { loadStrings, type Strings } from './strings';

export interface LoadedComponent {
    /** Name in the solution, such as `prefix_Namespace.Constructor`. */
    readonly name: string;
    readonly baseUrl: string;
    readonly manifest: ControlManifest;
    readonly strings: Strings;
    readonly construct: ComponentConstructor;
}

const loads = new Map<string, Promise<LoadedComponent>>();

/** @throws Error (rejects) that names what could not be loaded; the next call tries again */
export function loadComponent(
    platform: Pick<Platform, 'webApi' | 'environment'>,
    name: string,
    window: Window,
): Promise<LoadedComponent> {
    const known = loads.get(name);
    if (known) return known;
    const loading = load(platform, name, window);
    loads.set(name, loading);
    loading.catch(() => loads.delete(name));
    return loading;
}

async function load(
    platform: Pick<Platform, 'webApi' | 'environment'>,
    name: string,
    window: Window,
): Promise<LoadedComponent> {
    const response = await platform.webApi.request('GET', `/app/client/controls/${encodeURIComponent(name)}`);
    const { manifestXml, baseUrl } = response.body as ClientControl;
    const manifest = parseManifest(manifestXml, name);
    const { document } = window;
    installRegistry(window);
    const [strings] = await Promise.all([
        loadStrings(manifest.strings, platform.environment.user.language, (path) => readFile(window, baseUrl + path)),
        ...manifest.styleSheets.map((path) => addStyleSheet(document, baseUrl + path)),
        // The bundle reads the libraries' globals as soon as it runs.
        provideLibraries(window, manifest.libraries, name).then(() => addScript(document, baseUrl + manifest.code)),
    ]);
    const construct = registeredConstructor(`${manifest.namespace}.${manifest.constructorName}`);
    return { name, baseUrl, manifest, strings, construct };
}

async function readFile(window: Window, address: string): Promise<string | undefined> {
    const response = await window.fetch(address, { credentials: 'same-origin' });
    return response.ok ? response.text() : undefined;
}

function addScript(document: Document, address: string): Promise<void> {
    return added(document, Object.assign(document.createElement('script'), { src: address, async: false }), address);
}

function addStyleSheet(document: Document, address: string): Promise<void> {
    return added(
        document,
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }),
        address,
    );
}

function added(document: Document, element: HTMLElement, address: string): Promise<void> {
    return new Promise((resolve, reject) => {
        element.onload = () => resolve();
        element.onerror = () => reject(new Error(`${address} could not be loaded.`));
        document.head.appendChild(element);
    });
}
