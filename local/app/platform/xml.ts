/**
 * XML in the browser.
 */

/**
 * Parses a document.
 * @param what names the text in the error, such as `FetchXML of view "My Open Leads"`
 * @throws Error when the text is not well-formed
 */
export function parseXml(text: string, what: string): Document {
    const document = new DOMParser().parseFromString(text, 'text/xml');
    const error = document.querySelector('parsererror');
    if (error) {
        throw new Error(`${what} is not well-formed XML: ${(error.textContent ?? '').split('\n')[0]}`);
    }
    return document;
}

export function childElements(parent: Element, name?: string): Element[] {
    return [...parent.children].filter((child) => name === undefined || child.tagName === name);
}

export function firstChild(parent: Element, name: string): Element | undefined {
    return childElements(parent, name)[0];
}

/** Writes an element or a document back to text. */
export function writeXml(node: Node): string {
    return new XMLSerializer().serializeToString(node);
}
