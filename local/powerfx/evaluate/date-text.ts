import { readDate } from '../dates/read-date';
import type { ErrorValue } from '../values';
import { errorValue } from '../values';
import { cultureOf } from './conversions';
import type { RunContext } from './run-context';

/** The clock reading of a date written as text. */
export function readDateText(text: string, run: RunContext): number | ErrorValue {
    const date = readDate(text, cultureOf(run), run.timeZone, run.timeZone.fromUtc(run.now()));
    return date ? date.reading : errorValue('InvalidArgument', `"${text}" cannot be converted to a date.`);
}
