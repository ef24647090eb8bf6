import { Types } from '../../types';
import { number } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { outOfRange } from './text-errors';

/** `Char(code)`: the character with the code, from 1 to 255. */
export const char = scalarFunction({
    name: 'Char',
    parameters: [number],
    result: Types.Text,
    evaluate: (_run, code) =>
        code < 1 || code >= 256 ? outOfRange('Char', 'code') : String.fromCharCode(Math.trunc(code)),
});
