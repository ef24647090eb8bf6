import { Types } from '../../types';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { decodeEntities } from './html-entities';
import { withoutEnds } from './white-space';

/** What is replaced with what, in this order. */
const steps: readonly (readonly [RegExp, string])[] = [
    // Parts that are not text of the page.
    [/<\s*header[^]*?>[^]*?<\s*\/\s*header\s*>/gi, ''],
    [/<\s*script[^]*?>[^]*?<\s*\/\s*script\s*>/gi, ''],
    [/<\s*style[^]*?>[^]*?<\s*\/\s*style\s*>/gi, ''],
    [/<!--[^]*?--\s*>/g, ''],
    // Line ends, then all other tags.
    [/<\s*(?:br|li)(?![A-Za-z])[^]*?>/gi, '\r\n'],
    [/<\s*(?:div|p|tr)(?![A-Za-z])[^]*?>/gi, '\r\n\r\n'],
    [/<[^>]*>/g, ''],
];

/** `PlainText(text)`: HTML or XML without its tags, and with its characters for their names. */
export const plainText = scalarFunction({
    name: 'PlainText',
    parameters: [text],
    result: Types.Text,
    isTabular: false,
    evaluate: (_run, value) => {
        const plain = steps.reduce(
            (rest, [pattern, replacement]) => rest.replace(pattern, replacement),
            withoutEnds(value),
        );
        return withoutEnds(decodeEntities(plain));
    },
});
