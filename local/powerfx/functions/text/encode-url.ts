import { Types } from '../../types';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** Characters that URLs reserve and that `encodeURIComponent` leaves. */
const left = /[!'()*]/g;
/** Half of a character, for which there is no encoding. */
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** `EncodeUrl(text)`: everything but letters, digits and `-_.~` as `%` and hexadecimal digits. */
export const encodeUrl = scalarFunction({
    name: 'EncodeUrl',
    parameters: [text],
    result: Types.Text,
    isTabular: false,
    evaluate: (_run, value) =>
        encodeURIComponent(value.replace(loneSurrogate, '\ufffd')).replace(
            left,
            (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
        ),
});
