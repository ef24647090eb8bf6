import { Types } from '../../types';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { withoutEnds } from './white-space';

/** `TrimEnds(text)`: without spaces at the ends. */
export const trimEnds = scalarFunction({
    name: 'TrimEnds',
    parameters: [text],
    result: Types.Text,
    evaluate: (_run, value) => withoutEnds(value),
});
