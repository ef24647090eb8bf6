/** Typed reading of FetchXML's XML attributes. */
import { invalidFetch, type XmlElement } from './xml';

export function booleanAttribute(element: XmlElement, name: string): boolean {
    const text = element.attributes.get(name)?.trim().toLowerCase();
    if (text === undefined || text === '' || text === 'false' || text === '0') return false;
    if (text === 'true' || text === '1') return true;
    throw invalidFetch(`"${name}" is "${text}"; write true or false`, element);
}

export function numberAttribute(element: XmlElement, name: string): number | undefined {
    const text = element.attributes.get(name)?.trim();
    if (text === undefined || text === '') return undefined;
    const number = Number(text);
    if (!Number.isInteger(number) || number < 0) {
        throw invalidFetch(`"${name}" is "${text}"; write a whole number from 0`, element);
    }
    return number;
}
