/**
 * Texts of RESX web resources, for `Xrm.Utility.getResourceString`. A name such as `new_/strings/Texts` stands for
 * `new_/strings/Texts.1033.resx` in the user's language, and in English where that has no such text.
 */
import { webResourceAddress } from '../platform/scripts';
import type { Fetch } from '../platform/web-api';
import { WEB_API_ROOT } from '../platform/web-api';
import { parseXml } from '../platform/xml';

const ENGLISH = 1033;

export interface ResourceStrings {
    /** The text; undefined when there is none in either language. */
    get(webResourceName: string, key: string): string | undefined;
    /** Reads the RESX web resources that come from the same publisher as a script, so that `get` has them at once. */
    preloadFor(scriptName: string): Promise<void>;
}

type Strings = ReadonlyMap<string, string>;

export function createResourceStrings(fetch: Fetch, language: number): ResourceStrings {
    const loaded = new Map<string, Strings>();
    const prefixes = new Map<string, Promise<void>>();
    let names: Promise<readonly string[]> | undefined;

    const load = async (file: string): Promise<void> => {
        const response = await fetch(webResourceAddress(file), { credentials: 'same-origin' });
        loaded.set(file, response.ok ? readResx(await response.text(), file) : NONE);
    };

    /** Scripts ask synchronously; what nobody has preloaded has to be read the same way. */
    const loadNow = (file: string): Strings => {
        const request = new XMLHttpRequest();
        request.open('GET', webResourceAddress(file), false);
        request.send();
        const strings = request.status === 200 ? readResx(request.responseText, file) : NONE;
        loaded.set(file, strings);
        return strings;
    };

    return {
        get(webResourceName, key) {
            const base = baseName(webResourceName);
            for (const lcid of new Set([language, ENGLISH])) {
                const file = `${base}.${lcid}.resx`;
                const text = (loaded.get(file) ?? loadNow(file)).get(key);
                if (text !== undefined) {
                    return text;
                }
            }
            return undefined;
        },
        preloadFor(scriptName) {
            const prefix = /^[^_]+_/.exec(scriptName)?.[0] ?? scriptName;
            const known = prefixes.get(prefix);
            if (known) {
                return known;
            }
            names ??= resxNames(fetch);
            const loading = names.then(async (all) => {
                const wanted = all.filter(
                    (name) =>
                        name.startsWith(prefix) &&
                        (name.endsWith(`.${language}.resx`) || name.endsWith(`.${ENGLISH}.resx`)),
                );
                await Promise.all(wanted.map(load));
            });
            // A list that cannot be read costs nothing but speed.
            const settled = loading.catch(() => undefined);
            prefixes.set(prefix, settled);
            return settled;
        },
    };
}

const NONE: Strings = new Map();

/** The texts of a RESX document by name. @throws Error when it is not well-formed */
export function readResx(text: string, name: string): Strings {
    const document = parseXml(text, `Web resource "${name}"`);
    return new Map(
        [...document.querySelectorAll('root > data')].map((data) => [
            data.getAttribute('name') ?? '',
            data.querySelector('value')?.textContent ?? '',
        ]),
    );
}

function baseName(webResourceName: string): string {
    return webResourceName.replace(/^\$webresource:/i, '').replace(/(\.\d{4,5})?\.resx$/i, '');
}

async function resxNames(fetch: Fetch): Promise<readonly string[]> {
    const response = await fetch(`${WEB_API_ROOT}webresourceset?$select=name&$filter=webresourcetype eq 12`, {
        headers: { Accept: 'application/json' },
        credentials: 'same-origin',
    });
    if (!response.ok) {
        return [];
    }
    const body = (await response.json()) as { value?: readonly { readonly name: string }[] };
    return (body.value ?? []).map((row) => row.name);
}
