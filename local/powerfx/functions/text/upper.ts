import { findCulture } from '../../culture';
import { Types } from '../../types';
import { text } from '../parameter';
import { scalarFunction } from '../scalar-function';
import { upperCase } from '../../culture/letter-case';

/** `Upper(text)`: all letters in upper case. */
export const upper = scalarFunction({
    name: 'Upper',
    parameters: [text],
    result: Types.Text,
    evaluate: (run, value) => upperCase(value, findCulture(run.culture)?.name || 'en'),
});
