import { SaxesParser } from 'saxes';
import { PackagingError } from './tree';

/**
 * One element with where it stands in its text. The packager moves elements between files as they were written
 * (comments, indentation, attribute order), so it cuts text by these places instead of printing a tree anew.
 */
export interface XmlElement {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: readonly XmlElement[];
    /** Text directly inside, entities resolved. */
    readonly text: string;
    /** Offset of `<`, of the first character inside, of `</` and behind the last `>`. */
    readonly start: number;
    readonly contentStart: number;
    readonly contentEnd: number;
    readonly end: number;
    /** From 1. */
    readonly line: number;
}

type Draft = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: Draft[] };

/**
 * Parses well-formed XML.
 * @param file named in errors
 * @returns the root element
 * @throws PackagingError with file and line for malformed XML, and for a document type declaration
 */
export function parseXml(xml: string, file: string): XmlElement {
    const parser = new SaxesParser({ xmlns: false, position: true });
    const open: Draft[] = [];
    let root: Draft | undefined;
    parser.on('error', (error) => {
        throw new PackagingError(file, error.message, parser.line);
    });
    parser.on('doctype', () => {
        throw new PackagingError(file, 'a document type declaration is not allowed', parser.line);
    });
    parser.on('opentag', (tag) => {
        const contentStart = parser.position;
        const element: Draft = {
            name: tag.name,
            attributes: { ...tag.attributes },
            children: [],
            text: '',
            start: xml.lastIndexOf(`<${tag.name}`, contentStart - 1),
            contentStart,
            contentEnd: contentStart,
            end: contentStart,
            line: parser.line,
        };
        open.at(-1)?.children.push(element);
        root ??= element;
        open.push(element);
    });
    const addText = (text: string): void => {
        const element = open.at(-1);
        if (element) element.text += text;
    };
    parser.on('text', addText);
    parser.on('cdata', addText);
    parser.on('closetag', (tag) => {
        const element = open.pop();
        if (!element) return;
        element.end = parser.position;
        element.contentEnd = tag.isSelfClosing ? element.end : xml.lastIndexOf('</', element.end);
    });
    parser.write(xml).close();
    if (!root) throw new PackagingError(file, 'there is no root element');
    return root;
}

/** The element as it was written. */
export function source(xml: string, element: XmlElement): string {
    return xml.slice(element.start, element.end);
}

/** What stands inside the element, as it was written. */
export function innerSource(xml: string, element: XmlElement): string {
    return xml.slice(element.contentStart, element.contentEnd);
}

export function child(element: XmlElement, name: string): XmlElement | undefined {
    return element.children.find((candidate) => candidate.name === name);
}

/** Every element below and including this one, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
    yield element;
    for (const inner of element.children) yield* descendants(inner);
}

/**
 * Text with some of an element's children taken out, together with the white space in front of each.
 */
export function withoutChildren(xml: string, element: XmlElement, gone: readonly XmlElement[]): string {
    let text = '';
    let from = element.start;
    for (const inner of gone) {
        text += xml.slice(from, inner.start).replace(/\s+$/, '');
        from = inner.end;
    }
    return text + xml.slice(from, element.end);
}
