import { findCulture } from '../../culture';
import { Types } from '../../types';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { lowerCase } from '../../culture/letter-case';

/** `Lower(text)`: all letters in lower case. */
export const lower = scalarFunction({
    name: 'Lower',
    parameters: [text],
    result: Types.Text,
    evaluate: (run, value) => lowerCase(value, findCulture(run.culture)?.name || 'en'),
});
