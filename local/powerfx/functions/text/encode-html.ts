import { Types } from '../../types';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';

const named: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** `EncodeHTML(text)`: the text so that HTML shows it as it is; characters from 160 to 255 and beyond 65535 as numbers. Half a surrogate pair becomes U+FFFD. */
export const encodeHtml = scalarFunction({
    name: 'EncodeHTML',
    parameters: [text],
    result: Types.Text,
    isTabular: false,
    evaluate: (_run, value) =>
        value
            .replace(/\p{Cs}/gu, '\ufffd')
            .replace(
                /[<>&"'\u00a0-\u00ff\u{10000}-\u{10ffff}]/gu,
                (mark) => named[mark] ?? `&#${mark.codePointAt(0)};`,
            ),
});
