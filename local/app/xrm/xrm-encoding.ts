/**
 * `Xrm.Encoding` (Microsoft Learn, "Xrm.Encoding (Client API reference)").
 */
import { namespace } from './supported';

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const encode = (text: string): string => text.replace(/[&<>"']/g, (character) => NAMED[character] ?? character);

export const xrmEncoding = namespace('Xrm.Encoding', {
    xmlEncode: encode,
    xmlAttributeEncode: encode,
    htmlAttributeEncode: encode,
    htmlEncode: encode,
    htmlDecode: (text: string): string =>
        new DOMParser().parseFromString(text, 'text/html').documentElement.textContent ?? '',
});
