import type { Labels } from '../../plugins/model/rules-model';

/** An element as it is written, without indentation of its own. */
export interface Written {
    readonly text: string;
}

/** An element with a text or with children, two spaces further in. */
export function element(
    name: string,
    attributes: Readonly<Record<string, string>>,
    content: string | readonly Written[],
): Written {
    const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ');
    if (typeof content === 'string') return { text: `<${start}>${escaped(content)}</${name}>` };
    if (content.length === 0) return { text: `<${start} />` };
    const lines = content.flatMap((child) => child.text.split('\n')).map((line) => `  ${line}`);
    return { text: [`<${start}>`, ...lines, `</${name}>`].join('\n') };
}

/** A text with its translations, as components in files of their own have it. */
export function labelled(name: string, labels: Labels): Written {
    return element(
        name,
        { default: labels[1033] },
        Object.entries(labels).map(([languagecode, description]) =>
            element('label', { description, languagecode }, []),
        ),
    );
}

function escaped(text: string): string {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
