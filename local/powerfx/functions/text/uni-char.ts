import { Types } from '../../types';
import { errorValue } from '../../values';
import { number } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { outOfRange } from './text-errors';

const greatestCodePoint = 0x10ffff;
const firstSurrogate = 0xd800;
const lastSurrogate = 0xdfff;

/** `UniChar(code)`: the character with the Unicode code point. */
export const uniChar = scalarFunction({
    name: 'UniChar',
    parameters: [number],
    result: Types.Text,
    evaluate: (_run, value) => {
        const code = Math.floor(value);
        if (code < 1 || code > greatestCodePoint) {
            return outOfRange('UniChar', 'code');
        }
        if (code >= firstSurrogate && code <= lastSurrogate) {
            return errorValue('NotApplicable', `UniChar: ${code} is half of a character.`);
        }
        return String.fromCodePoint(code);
    },
});
