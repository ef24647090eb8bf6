import { Types } from '../../types';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { withoutEnds } from './white-space';

/** Spaces within a text that `Trim` joins: not line ends and no-break spaces, as in Excel. */
const spaces = /[\t\u0020\u0085\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** `Trim(text)`: without spaces at the ends, and with single spaces between words. */
export const trim = scalarFunction({
    name: 'Trim',
    parameters: [text],
    result: Types.Text,
    evaluate: (_run, value) => withoutEnds(value.replace(spaces, ' ')),
});
