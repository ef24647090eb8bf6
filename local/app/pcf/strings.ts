/** Texts of a component, from the .resx files that its manifest lists. */
import { parseXml } from '../platform/xml';

export type Strings = ReadonlyMap<string, string>;

/** The texts of a .resx file by name. @throws Error when it is not well-formed */
export function readResx(xml: string, name: string): Strings {
    const document = parseXml(xml, name);
    return new Map(
        [...document.querySelectorAll('root > data')].map((data) => [
            data.getAttribute('name') ?? '',
            data.querySelector('value')?.textContent ?? '',
        ]),
    );
}

/** The file of another language beside a listed one: `strings/X.1033.resx` → `strings/X.1036.resx`. */
export function inLanguage(path: string, language: number): string {
    return path.replace(/\.\d{4,5}\.resx$/i, `.${language}.resx`);
}

/**
 * Reads all texts: the user's language where a file has it, the listed language for the rest.
 * @param read answers a file below the component's folder; undefined when there is none
 */
export async function loadStrings(
    paths: readonly string[],
    language: number,
    read: (path: string) => Promise<string | undefined>,
): Promise<Strings> {
    const files = await Promise.all(
        [...new Set(paths.flatMap((path) => [path, inLanguage(path, language)]))].map(async (path) => {
            const xml = await read(path);
            return xml === undefined ? [] : [...readResx(xml, path)];
        }),
    );
    return new Map(files.flat());
}
