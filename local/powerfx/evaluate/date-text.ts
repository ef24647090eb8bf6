import type { ErrorValue } from '../values';
import { errorValue } from '../values';
import type { RunContext } from './run-context';

/** The clock reading of a date written as text. */
export function readDateText(text: string, _run: RunContext): number | ErrorValue {
    const reading = Date.parse(`${text} UTC`);
    return Number.isNaN(reading) ? errorValue('InvalidArgument', `"${text}" cannot be converted to a date.`) : reading;
}
