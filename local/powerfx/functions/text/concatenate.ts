import { Types } from '../../types';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `Concatenate(text, …)`: the texts, one after the other. */
export const concatenate = scalarFunction({
    name: 'Concatenate',
    parameters: [text],
    rest: text,
    result: Types.Text,
    evaluate: (_run, ...texts: string[]) => texts.join(''),
});
