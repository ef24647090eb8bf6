/** The little of .resx files that the build needs: texts by key, in the order of the file. */

const DATA = /<data name="([^"]+)"[^>]*>\s*<value>([\s\S]*?)<\/value>[\s\S]*?<\/data>/g;

const ENTITIES: readonly (readonly [string, string])[] = [
    ['&lt;', '<'],
    ['&gt;', '>'],
    ['&quot;', '"'],
    ['&apos;', "'"],
    ['&amp;', '&'],
];

export function readTexts(resx: string): ReadonlyMap<string, string> {
    return new Map([...resx.matchAll(DATA)].map(([, key, value]) => [decode(key ?? ''), decode(value ?? '')]));
}

/** Adds texts before the end of a file; those whose key it has already keep their own. */
export function addTexts(resx: string, texts: Iterable<readonly [key: string, text: string]>): string {
    const own = readTexts(resx);
    const added = [...texts]
        .filter(([key]) => !own.has(key))
        .map(
            ([key, text]) =>
                `  <data name="${encode(key)}" xml:space="preserve">\n    <value>${encode(text)}</value>\n  </data>\n`,
        );
    const end = resx.lastIndexOf('</root>');
    return `${resx.slice(0, end)}${added.join('')}${resx.slice(end)}`;
}

function decode(text: string): string {
    return ENTITIES.reduce((result, [entity, character]) => result.replaceAll(entity, character), text);
}

function encode(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
