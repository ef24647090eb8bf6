import { findCulture } from '../../culture';
import { Types } from '../../types';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';

/** `Upper(text)`: all letters in upper case. */
export const upper = scalarFunction({
    name: 'Upper',
    parameters: [text],
    result: Types.Text,
    evaluate: (run, value) => value.toLocaleUpperCase(findCulture(run.culture)?.name || 'en'),
});
